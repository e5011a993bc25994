package ai.whatsflow.messaging.quota;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Messages used, by account and month. Statements on many rows lock them in one order, so that no two wait for each
 * other.
 */
@Repository
public class Quotas {

    private static final String LOCKED = """
            locked AS (
                SELECT account_id, month FROM quotas JOIN asked USING (account_id, month)
                ORDER BY account_id, month FOR NO KEY UPDATE OF quotas
            )
            """;

    private static final String RESERVE_EACH = """
            WITH asked AS (
                SELECT * FROM unnest(:accountIds::uuid[], :months::timestamptz[], :counts::bigint[], :limits::bigint[])
                    AS a (account_id, month, count, most)
            ),
            """ + LOCKED + """
            UPDATE quotas q SET used = greatest(q.used, least(q.used + asked.count, asked.most))
            FROM asked JOIN locked USING (account_id, month)
            WHERE q.account_id = asked.account_id AND q.month = asked.month
            RETURNING q.account_id, q.month, new.used - old.used AS count, new.used
            """;

    private static final String BEGIN = """
            INSERT INTO quotas (account_id, month, used)
            SELECT account_id, month, 0 FROM unnest(:accountIds::uuid[], :months::timestamptz[]) AS a (account_id, month)
            ORDER BY account_id, month
            ON CONFLICT DO NOTHING
            """;

    private static final String GIVE_BACK = """
            WITH asked AS (
                SELECT * FROM unnest(:accountIds::uuid[], :months::timestamptz[], :counts::bigint[])
                    AS a (account_id, month, count)
            ),
            """ + LOCKED + """
            UPDATE quotas q SET used = q.used - asked.count
            FROM asked JOIN locked USING (account_id, month)
            WHERE q.account_id = asked.account_id AND q.month = asked.month
            """;

    private final JdbcClient jdbc;

    Quotas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was taken.
     *
     * @param used messages used with it
     */
    record Granted(long count, long used) {}

    private record Place(UUID accountId, Instant month) {

        static Place of(Allowance allowance) {
            return new Place(allowance.accountId(), allowance.month().start());
        }
    }

    /** Takes that many if they fit under the limit, in one statement; answers false and takes nothing if not. */
    boolean reserve(UUID accountId, Instant month, long count, long limit) {
        return jdbc.sql("""
                INSERT INTO quotas (account_id, month, used)
                SELECT :accountId, :month, :count WHERE :count <= :limit
                ON CONFLICT (account_id, month) DO UPDATE SET used = quotas.used + :count
                WHERE quotas.used + :count <= :limit
                """)
                        .param("accountId", accountId)
                        .param("month", month.atOffset(ZoneOffset.UTC))
                        .param("count", count)
                        .param("limit", limit)
                        .update()
                == 1;
    }

    /** Takes for each as many as fit under its limit, at most those wanted. */
    Map<Allowance, Granted> reserveEach(Map<Allowance, Long> wanted) {
        Map<Place, Granted> granted = new HashMap<>(reserve(wanted));
        Map<Allowance, Long> first = wanted.entrySet().stream()
                .filter(want -> !granted.containsKey(Place.of(want.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (!first.isEmpty()) {
            places(jdbc.sql(BEGIN), first.keySet().stream().map(Place::of).toList())
                    .update();
            granted.putAll(reserve(first));
        }
        return wanted.keySet().stream()
                .collect(Collectors.toMap(allowance -> allowance, allowance -> granted.get(Place.of(allowance))));
    }

    private Map<Place, Granted> reserve(Map<Allowance, Long> wanted) {
        List<Allowance> allowances = List.copyOf(wanted.keySet());
        Map<Place, Granted> granted = new HashMap<>();
        places(jdbc.sql(RESERVE_EACH), allowances.stream().map(Place::of).toList())
                .param("counts", allowances.stream().map(wanted::get).toArray(Long[]::new))
                .param("limits", allowances.stream().map(Allowance::most).toArray(Long[]::new))
                .query(row -> {
                    granted.put(
                            new Place(
                                    row.getObject("account_id", UUID.class),
                                    row.getObject("month", OffsetDateTime.class).toInstant()),
                            new Granted(row.getLong("count"), row.getLong("used")));
                });
        return granted;
    }

    /** Gives back what was reserved; a negative count takes again, past the limit if need be. */
    public void giveBack(Collection<QuotaUse> unused) {
        places(
                        jdbc.sql(GIVE_BACK),
                        unused.stream()
                                .map(use -> new Place(use.accountId(), use.month()))
                                .toList())
                .param("counts", unused.stream().map(QuotaUse::count).toArray(Long[]::new))
                .update();
    }

    private static StatementSpec places(StatementSpec statement, List<Place> places) {
        return statement
                .param("accountIds", places.stream().map(Place::accountId).toArray(UUID[]::new))
                .param(
                        "months",
                        places.stream().map(place -> place.month().toString()).toArray(String[]::new));
    }

    long used(UUID accountId, Instant month) {
        return jdbc.sql("SELECT used FROM quotas WHERE account_id = :accountId AND month = :month")
                .param("accountId", accountId)
                .param("month", month.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
