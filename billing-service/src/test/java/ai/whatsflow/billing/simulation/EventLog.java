package ai.whatsflow.billing.simulation;

import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Table;
import ai.whatsflow.platform.outbox.Outbox;
import ai.whatsflow.platform.outbox.OutboxEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An outbox table, its relay and the log it fills: at least once, in order, never before the commit. */
class EventLog implements Outbox {

    private static final int BATCH = 50;

    private final InMemoryDatabase database;
    private final Table<Long, OutboxEvent> rows;
    private final Table<String, Long> cursor;
    private final List<Published> log = new ArrayList<>();
    private long sequence;

    EventLog(InMemoryDatabase database) {
        this.database = database;
        this.rows = database.table();
        this.cursor = database.table();
    }

    void reset() {
        log.clear();
        sequence = 0;
    }

    List<Published> log() {
        return log;
    }

    @Override
    public void append(OutboxEvent event) {
        rows.insert(++sequence, event);
    }

    @Override
    public void appendAll(List<OutboxEvent> events) {
        events.forEach(this::append);
    }

    /** What other services publish comes straight into the log. */
    void publish(OutboxEvent event) {
        log.add(new Published(new UUID(0xF, ++sequence), event));
    }

    /** Publishes what is behind the cursor, then moves it: a crash in between publishes it again. */
    boolean relay(Runnable inBetween) {
        long from = cursor.find("relay").orElse(0L);
        List<Long> due = rows.byKey().keySet().stream()
                .filter(number -> number > from)
                .limit(BATCH)
                .toList();
        if (due.isEmpty()) {
            return false;
        }
        carry(due, inBetween);
        return true;
    }

    void carry(List<Long> due, Runnable inBetween) {
        publish(due);
        inBetween.run();
        move(due);
    }

    void publish(List<Long> due) {
        due.forEach(number -> log.add(new Published(new UUID(0xE, number), rows.get(number))));
    }

    void move(List<Long> due) {
        database.statement(() -> {
            cursor.put("relay", due.getLast());
            return true;
        });
    }

    record Published(UUID eventId, OutboxEvent event) {}
}
