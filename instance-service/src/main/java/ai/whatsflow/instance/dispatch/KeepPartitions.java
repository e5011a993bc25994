package ai.whatsflow.instance.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the weekly partitions of the dispatches ahead of time and drops those that are older than the retention. */
@Service
public class KeepPartitions {

    private static final Logger log = LoggerFactory.getLogger(KeepPartitions.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final JdbcClient jdbc;
    private final DispatchProperties properties;
    private final Clock clock;

    KeepPartitions(JdbcClient jdbc, DispatchProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** @return the partitions that were dropped */
    @Transactional
    public List<String> keep() {
        boolean mine = Boolean.TRUE.equals(
                jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended('dispatch-partitions', 0))")
                        .query(Boolean.class)
                        .single());
        if (!mine) {
            return List.of();
        }
        jdbc.sql("SET LOCAL lock_timeout = '2s'").update();
        jdbc.sql("""
                        SELECT ensure_dispatch_partition(now() + week * interval '7 days') IS NULL
                        FROM generate_series(0, 2) AS week
                        """).query(Boolean.class).list();
        LocalDate oldest = LocalDate.ofInstant(clock.instant().minus(properties.retention()), ZoneOffset.UTC);
        List<String> stale = jdbc.sql("""
                        SELECT inhrelid::regclass::text FROM pg_inherits
                        WHERE inhparent = 'dispatches'::regclass
                          AND inhrelid::regclass::text ~ '^dispatches_[0-9]{8}$'
                        """).query((row, number) -> row.getString(1)).list().stream()
                .filter(name -> lastDay(name).isBefore(oldest))
                .toList();
        for (String name : stale) {
            jdbc.sql("DROP TABLE " + name).update();
            log.info("dropped {}", name);
        }
        return stale;
    }

    private static LocalDate lastDay(String partition) {
        return LocalDate.parse(partition.substring("dispatches_".length()), DAY).plusDays(7);
    }
}
