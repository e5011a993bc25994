package ai.whatsflow.voucher.redemption;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Unknown codes per suspect in a window that starts with the first of them. */
@Repository
class GuessCounters {
    record Suspect(String subject, int limit, Duration window, Duration lock) {}

    private static final String COUNT = """
            INSERT INTO guess_counters AS counter (subject, guesses, window_ends_at, locked_until)
            VALUES (:subject, 1, :windowEnds, CASE WHEN :limit = 1 THEN :lockedUntil::timestamptz END)
            ON CONFLICT (subject) DO UPDATE SET
                guesses = CASE WHEN counter.window_ends_at <= :now THEN 1 ELSE counter.guesses + 1 END,
                window_ends_at = CASE WHEN counter.window_ends_at <= :now
                    THEN excluded.window_ends_at ELSE counter.window_ends_at END,
                locked_until = CASE
                    WHEN counter.window_ends_at <= :now THEN excluded.locked_until
                    WHEN counter.guesses + 1 >= :limit THEN :lockedUntil
                    ELSE counter.locked_until END
            """;

    private final JdbcClient jdbc;

    GuessCounters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> lockedUntil(List<String> subjects, Instant now) {
        return jdbc.sql("""
                        SELECT max(locked_until) AS until FROM guess_counters
                        WHERE subject = ANY(:subjects) AND locked_until > :now
                        """)
                .param("subjects", subjects.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .query((row, number) -> Optional.ofNullable(row.getTimestamp("until")))
                .single()
                .map(Timestamp::toInstant);
    }

    /** In the order of their names, so that two counts never wait for each other in a circle. */
    void count(List<Suspect> suspects, Instant now) {
        suspects.stream()
                .sorted(Comparator.comparing(Suspect::subject))
                .forEach(suspect -> jdbc.sql(COUNT)
                        .param("subject", suspect.subject())
                        .param("limit", suspect.limit())
                        .param("now", Timestamp.from(now))
                        .param("windowEnds", Timestamp.from(now.plus(suspect.window())))
                        .param("lockedUntil", Timestamp.from(now.plus(suspect.lock())))
                        .update());
    }

    int forget(Instant now) {
        return jdbc.sql("""
                        DELETE FROM guess_counters
                        WHERE window_ends_at <= :now AND (locked_until IS NULL OR locked_until <= :now)
                        """).param("now", Timestamp.from(now)).update();
    }
}
