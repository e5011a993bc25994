package ai.whatsflow.messaging.quota;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages used, by account and month. */
@Repository
public class Quotas {

    private final JdbcClient jdbc;

    Quotas(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** Gives back what was reserved; a negative count takes again, past the limit if need be. */
    public void giveBack(UUID accountId, Instant month, long count) {
        jdbc.sql("UPDATE quotas SET used = used - :count WHERE account_id = :accountId AND month = :month")
                .param("accountId", accountId)
                .param("month", month.atOffset(ZoneOffset.UTC))
                .param("count", count)
                .update();
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
