package ai.whatsflow.contact.consent;

import ai.whatsflow.contact.contact.Contact;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Consent as stored, one row for each number that ever changed it. */
@Repository
class Consents {

    private final JdbcClient jdbc;

    Consents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Consent keep(Contact contact, boolean subscribed, boolean blocked, Instant now) {
        long version = jdbc.sql("""
                INSERT INTO consents (contact_id, account_id, phone, subscribed, blocked, version, changed_at)
                VALUES (:contactId, :accountId, :phone, :subscribed, :blocked, 1, :now)
                ON CONFLICT (contact_id) DO UPDATE
                SET subscribed = excluded.subscribed, blocked = excluded.blocked,
                    version = consents.version + 1, changed_at = excluded.changed_at
                RETURNING version
                """)
                .param("contactId", contact.id())
                .param("accountId", contact.accountId())
                .param("phone", contact.phone())
                .param("subscribed", subscribed)
                .param("blocked", blocked)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        return new Consent(contact.id(), contact.accountId(), contact.phone(), subscribed, blocked, version, now);
    }
}
