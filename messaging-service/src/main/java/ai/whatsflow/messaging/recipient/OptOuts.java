package ai.whatsflow.messaging.recipient;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Projection of contact.consent by number; an older version never replaces a newer one. */
@Repository
public class OptOuts {

    private final JdbcClient jdbc;

    OptOuts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(UUID accountId, String phone, long version, boolean optedOut) {
        jdbc.sql("""
                INSERT INTO consents (account_id, phone, version, opted_out)
                VALUES (:accountId, :phone, :version, :optedOut)
                ON CONFLICT (account_id, phone) DO UPDATE
                SET version = excluded.version, opted_out = excluded.opted_out
                WHERE consents.version < excluded.version
                """)
                .param("accountId", accountId)
                .param("phone", phone)
                .param("version", version)
                .param("optedOut", optedOut)
                .update();
    }

    public boolean includes(UUID accountId, String phone) {
        return !among(accountId, List.of(phone)).isEmpty();
    }

    /** Those of the numbers that this account must not write to. */
    public Set<String> among(UUID accountId, Collection<String> phones) {
        return new HashSet<>(jdbc.sql("""
                SELECT phone FROM consents
                WHERE account_id = :accountId AND opted_out AND phone = ANY(:phones::text[])
                """)
                .param("accountId", accountId)
                .param("phones", phones.toArray(String[]::new))
                .query(String.class)
                .list());
    }
}
