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

    /** Those who must not be written to. */
    Set<Recipient> among(List<Recipient> recipients) {
        return new HashSet<>(jdbc.sql("""
                SELECT account_id, phone
                FROM unnest(:accountIds::uuid[], :phones::text[]) AS r (account_id, phone)
                JOIN consents USING (account_id, phone)
                WHERE opted_out
                """)
                .param(
                        "accountIds",
                        recipients.stream().map(Recipient::accountId).toArray(UUID[]::new))
                .param("phones", recipients.stream().map(Recipient::phone).toArray(String[]::new))
                .query((row, number) -> new Recipient(row.getObject("account_id", UUID.class), row.getString("phone")))
                .list());
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
