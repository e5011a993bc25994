package ai.whatsflow.platform.outbox;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes tomorrow's partitions and drops those that are old and wholly relayed. Safe to run in every replica at once;
 * waits for its lock only a moment, because everybody who appends would queue up behind it.
 */
class OutboxRotation {

    private static final Logger log = LoggerFactory.getLogger(OutboxRotation.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("'outbox_'yyyyMMdd");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final OutboxProperties properties;
    private final Clock clock;

    OutboxRotation(JdbcTemplate jdbc, TransactionTemplate transaction, OutboxProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    void rotate() {
        attempt("make partitions", () -> {
            for (int day = 0; day <= 2; day++) {
                jdbc.queryForList("SELECT outbox_ensure_partition(now() + make_interval(days => ?))", day);
            }
        });
        for (String partition : expired()) {
            attempt("drop " + partition, () -> dropIfRelayed(partition));
        }
    }

    private List<String> expired() {
        LocalDate oldestKept = LocalDate.ofInstant(clock.instant().minus(properties.retention()), ZoneOffset.UTC);
        return jdbc.query(
                "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
                        + " WHERE i.inhparent = 'outbox'::regclass AND c.relname < ? ORDER BY 1",
                (row, number) -> row.getString(1),
                DAY.format(oldestKept));
    }

    private void dropIfRelayed(String partition) {
        Boolean pending = jdbc.queryForObject(
                "SELECT EXISTS (SELECT FROM " + partition + " o, outbox_cursor c"
                        + " WHERE NOT pg_visible_in_snapshot(o.xid, c.relayed))",
                Boolean.class);
        if (Boolean.FALSE.equals(pending)) {
            jdbc.execute("DROP TABLE " + partition);
        }
    }

    private void attempt(String what, Runnable work) {
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.execute(
                        "SET LOCAL lock_timeout = " + properties.lockTimeout().toMillis());
                work.run();
            });
        } catch (DataAccessException busy) {
            log.info(
                    "outbox rotation could not {} now: {}",
                    what,
                    busy.getMostSpecificCause().getMessage());
        }
    }
}
