package ai.whatsflow.billing.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.SimpleTransactionStatus;

/**
 * Transactions over {@link Table}s: all of it or nothing. They run one after the other; only one that has written
 * nothing yet and waits for an account's lock lets others pass, as PostgreSQL does under READ COMMITTED. Not
 * thread-safe: the simulation has one thread.
 */
public final class InMemoryDatabase implements PlatformTransactionManager {

    private final List<Table<?, ?>> tables = new ArrayList<>();
    private final Map<UUID, Transaction> locks = new HashMap<>();
    private @Nullable Transaction current;
    private Interruptions interruptions = Interruptions.NONE;
    private long changes;

    public <K, V> Table<K, V> table() {
        Table<K, V> table = new Table<>(this);
        tables.add(table);
        return table;
    }

    /** Empties it and starts over under these interruptions. */
    public void reset(Interruptions next) {
        tables.forEach(Table::clear);
        locks.clear();
        current = null;
        interruptions = next;
    }

    /** A statement outside of any transaction is one of its own. */
    public <T> T statement(Supplier<T> statement) {
        if (current != null) {
            return statement.get();
        }
        TransactionStatus status = getTransaction(null);
        T result;
        try {
            result = statement.get();
        } catch (RuntimeException | Error failed) {
            rollback(status);
            throw failed;
        }
        commit(status);
        return result;
    }

    public void lock(UUID accountId) {
        Transaction mine = required();
        Transaction holder = locks.get(accountId);
        if (holder == mine) {
            return;
        }
        if (holder == null && mine.undo.isEmpty()) {
            letOthersPass();
            holder = locks.get(accountId);
        }
        if (holder != null) {
            throw new Blocked(accountId);
        }
        locks.put(accountId, mine);
    }

    /** Grows with every change, so as long as it stays the same no row has changed. */
    public long changes() {
        return changes;
    }

    void changed(Runnable undo) {
        changes++;
        if (current != null) {
            current.undo.push(undo);
        }
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        if (current != null) {
            return new SimpleTransactionStatus(false);
        }
        if (definition != null && definition.getPropagationBehavior() == TransactionDefinition.PROPAGATION_MANDATORY) {
            throw new IllegalTransactionStateException("no transaction is open");
        }
        current = new Transaction();
        return new SimpleTransactionStatus(true);
    }

    @Override
    public void commit(TransactionStatus status) {
        if (!status.isNewTransaction()) {
            required().rollbackOnly |= status.isRollbackOnly();
            return;
        }
        if (required().rollbackOnly || status.isRollbackOnly()) {
            boolean unexpected = !status.isRollbackOnly();
            rollback(status);
            if (unexpected) {
                throw new UnexpectedRollbackException("something inside asked for it");
            }
            return;
        }
        try {
            interruptions.beforeCommit();
        } catch (RuntimeException | Error failed) {
            rollback(status);
            throw failed;
        }
        end();
        interruptions.afterCommit();
    }

    @Override
    public void rollback(TransactionStatus status) {
        if (!status.isNewTransaction()) {
            required().rollbackOnly = true;
            return;
        }
        Deque<Runnable> undo = required().undo;
        current = null;
        undo.forEach(Runnable::run);
        undo.clear();
        locks.values().removeIf(holder -> holder.undo == undo);
    }

    private void end() {
        Transaction ended = required();
        current = null;
        locks.values().removeIf(holder -> holder == ended);
    }

    private void letOthersPass() {
        Transaction mine = current;
        current = null;
        try {
            interruptions.waiting();
        } finally {
            current = mine;
        }
    }

    private Transaction required() {
        if (current == null) {
            throw new IllegalTransactionStateException("no transaction is open");
        }
        return current;
    }

    private static final class Transaction {

        final Deque<Runnable> undo = new ArrayDeque<>();
        boolean rollbackOnly;
    }
}
