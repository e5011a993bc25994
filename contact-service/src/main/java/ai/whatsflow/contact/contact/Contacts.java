package ai.whatsflow.contact.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contacts as stored. Consent lives in its own table and is joined; without a row everybody is subscribed. */
@Repository
public class Contacts {

    static final String SELECT = """
            SELECT c.id, c.account_id, c.phone, c.name, c.version, c.created_at,
                   coalesce(k.subscribed, true) AS subscribed, coalesce(k.blocked, false) AS blocked
            FROM contacts c LEFT JOIN consents k ON k.contact_id = c.id
            """;

    private final JdbcClient jdbc;

    Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds the contacts whose phone the account does not have yet, and answers how many those were. A number that was
     * here before gets its old id back, so that its consent is found again.
     */
    int addMissing(UUID accountId, Collection<NewContact> contacts, Instant now) {
        return jdbc.sql("""
                INSERT INTO contacts (id, account_id, phone, name, version, created_at)
                SELECT coalesce(k.contact_id, uuidv7()), :accountId, n.phone, n.name, 1, :now
                FROM unnest(:phones::text[], :names::text[]) AS n (phone, name)
                LEFT JOIN consents k ON k.account_id = :accountId AND k.phone = n.phone
                ON CONFLICT (account_id, phone) DO NOTHING
                """)
                .param("accountId", accountId)
                .param("phones", contacts.stream().map(NewContact::phone).toArray(String[]::new))
                .param("names", contacts.stream().map(NewContact::name).toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Contact> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE c.id = :id")
                .param("id", id)
                .query(Contacts::row)
                .optional();
    }

    Optional<Contact> findByPhone(UUID accountId, String phone) {
        return jdbc.sql(SELECT + "WHERE c.account_id = :accountId AND c.phone = :phone")
                .param("accountId", accountId)
                .param("phone", phone)
                .query(Contacts::row)
                .optional();
    }

    /**
     * Locks the contact until the transaction ends, then reads it: a lock and a join in one statement would answer the
     * consent from before the wait.
     */
    public Optional<Contact> lock(UUID id) {
        return jdbc.sql("SELECT id FROM contacts WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    /** Raises the version of a locked contact. */
    public void touch(UUID id) {
        jdbc.sql("UPDATE contacts SET version = version + 1 WHERE id = :id")
                .param("id", id)
                .update();
    }

    void change(UUID id, String phone, @Nullable String name) {
        jdbc.sql("UPDATE contacts SET phone = :phone, name = :name, version = version + 1 WHERE id = :id")
                .param("id", id)
                .param("phone", phone)
                .param("name", name)
                .update();
    }

    boolean delete(UUID id) {
        return jdbc.sql("DELETE FROM contacts WHERE id = :id").param("id", id).update() == 1;
    }

    /** Whether somebody ever gave or withdrew consent under this contact's id or under this number. */
    boolean hasConsentHistory(Contact contact, String phone) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM consents
                               WHERE contact_id = :id OR (account_id = :accountId AND phone = :phone))
                """)
                .param("id", contact.id())
                .param("accountId", contact.accountId())
                .param("phone", phone)
                .query(Boolean.class)
                .single();
    }

    static Contact row(ResultSet row, int number) throws SQLException {
        return new Contact(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("phone"),
                row.getString("name"),
                row.getBoolean("subscribed"),
                row.getBoolean("blocked"),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
