package ai.whatsflow.instance.consent;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The projection of contact-service's consents. */
@Repository
public class Consents {

    private final JdbcClient jdbc;

    Consents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps it unless a newer version is known. */
    public void store(Consent consent) {
        jdbc.sql("""
                        INSERT INTO consents AS c (contact_id, version, account_id, phone, refused)
                        VALUES (:contact, :version, :account, :phone, :refused)
                        ON CONFLICT (contact_id) DO UPDATE
                        SET version = excluded.version, account_id = excluded.account_id,
                            phone = excluded.phone, refused = excluded.refused
                        WHERE c.version < excluded.version
                        """)
                .param("contact", consent.contactId())
                .param("version", consent.version())
                .param("account", consent.accountId())
                .param("phone", consent.phone())
                .param("refused", consent.refused())
                .update();
    }

    /** Those of the recipients that refuse. */
    public Set<Recipient> refusing(Collection<Recipient> recipients) {
        if (recipients.isEmpty()) {
            return Set.of();
        }
        List<Recipient> asked = List.copyOf(recipients);
        return new HashSet<>(jdbc.sql("""
                        SELECT DISTINCT c.account_id, c.phone
                        FROM unnest(:accounts::uuid[], :phones::text[]) AS q (account_id, phone)
                        JOIN consents c ON c.account_id = q.account_id AND c.phone = q.phone AND c.refused
                        """)
                .param("accounts", asked.stream().map(Recipient::accountId).toArray(UUID[]::new))
                .param("phones", asked.stream().map(Recipient::phone).toArray(String[]::new))
                .query((row, number) -> new Recipient(row.getObject(1, UUID.class), row.getString(2)))
                .list());
    }
}
