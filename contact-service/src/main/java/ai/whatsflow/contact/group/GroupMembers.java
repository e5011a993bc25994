package ai.whatsflow.contact.group;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Memberships, changed as sets. */
@Repository
public class GroupMembers {

    private final JdbcClient jdbc;

    GroupMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the account's contacts with these numbers and answers how many were not members before. */
    public int addByPhone(ContactGroup group, Collection<String> phones) {
        return jdbc.sql("""
                INSERT INTO contact_group_members (group_id, contact_id)
                SELECT :groupId, c.id FROM contacts c
                WHERE c.account_id = :accountId AND c.phone = ANY(:phones::text[])
                ORDER BY c.id
                ON CONFLICT DO NOTHING
                """)
                .param("groupId", group.id())
                .param("accountId", group.accountId())
                .param("phones", phones.toArray(String[]::new))
                .update();
    }

    int add(ContactGroup group, Collection<UUID> contactIds) {
        return jdbc.sql("""
                INSERT INTO contact_group_members (group_id, contact_id)
                SELECT :groupId, c.id FROM contacts c
                WHERE c.account_id = :accountId AND c.id = ANY(:contactIds::uuid[])
                ORDER BY c.id
                ON CONFLICT DO NOTHING
                """)
                .param("groupId", group.id())
                .param("accountId", group.accountId())
                .param("contactIds", contactIds.toArray(UUID[]::new))
                .update();
    }

    int remove(UUID groupId, Collection<UUID> contactIds) {
        return jdbc.sql("""
                DELETE FROM contact_group_members
                WHERE group_id = :groupId AND contact_id = ANY(:contactIds::uuid[])
                """)
                .param("groupId", groupId)
                .param("contactIds", contactIds.toArray(UUID[]::new))
                .update();
    }

    /** How many of these are contacts of the account. */
    int known(UUID accountId, Collection<UUID> contactIds) {
        return jdbc.sql("SELECT count(*) FROM contacts WHERE account_id = :accountId AND id = ANY(:ids::uuid[])")
                .param("accountId", accountId)
                .param("ids", contactIds.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }
}
