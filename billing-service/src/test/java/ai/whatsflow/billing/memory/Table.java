package ai.whatsflow.billing.memory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.dao.DuplicateKeyException;

/** Rows by key, in the order they were inserted. A rollback takes its changes back. */
public final class Table<K, V> {

    private final InMemoryDatabase database;
    private final Map<K, V> rows = new LinkedHashMap<>();

    Table(InMemoryDatabase database) {
        this.database = database;
    }

    public Optional<V> find(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    public V get(K key) {
        return find(key).orElseThrow(() -> new IllegalStateException("no row " + key));
    }

    public Collection<V> all() {
        return rows.values();
    }

    public Map<K, V> byKey() {
        return rows;
    }

    public List<V> where(Predicate<V> condition) {
        return rows.values().stream().filter(condition).toList();
    }

    public Optional<V> any(Predicate<V> condition) {
        for (V row : rows.values()) {
            if (condition.test(row)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    public void insert(K key, V row) {
        if (rows.containsKey(key)) {
            throw new DuplicateKeyException("there is a row " + key);
        }
        put(key, row);
    }

    /** Inserts, or replaces and keeps the place. */
    public void put(K key, V row) {
        V before = rows.put(key, row);
        database.changed(() -> {
            if (before == null) {
                rows.remove(key);
            } else {
                rows.put(key, before);
            }
        });
    }

    void clear() {
        rows.clear();
    }
}
