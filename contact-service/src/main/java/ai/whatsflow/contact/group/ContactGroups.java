package ai.whatsflow.contact.group;

import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.security.AccountScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Groups as stored; sizes are counted when read. */
@Repository
public class ContactGroups {

    private static final String SELECT = """
            SELECT g.id, g.account_id, g.name, g.created_at,
                   (SELECT count(*) FROM contact_group_members m WHERE m.group_id = g.id) AS members
            FROM contact_groups g
            """;

    private final JdbcClient jdbc;

    ContactGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when the account has a group of this name, in any case. */
    Optional<UUID> add(UUID accountId, String name, Instant now) {
        return jdbc.sql("""
                INSERT INTO contact_groups (id, account_id, name, created_at)
                VALUES (uuidv7(), :accountId, :name, :now)
                ON CONFLICT (account_id, lower(name)) DO NOTHING
                RETURNING id
                """)
                .param("accountId", accountId)
                .param("name", name)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    Optional<ContactGroup> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE g.id = :id")
                .param("id", id)
                .query(ContactGroups::row)
                .optional();
    }

    /** Empty when the group is another account's. */
    public Optional<ContactGroup> findOwn(UUID accountId, UUID id) {
        return find(id).filter(group -> group.accountId().equals(accountId));
    }

    List<ContactGroup> list(AccountScope scope, PageRequest page) {
        return jdbc.sql(SELECT + """
                WHERE (:all OR g.account_id = ANY(:accountIds::uuid[])) AND g.id > :after
                ORDER BY g.id LIMIT :rows
                """)
                .param("all", scope.all())
                .param("accountIds", scope.accountIds())
                .param("after", page.after())
                .param("rows", page.rows())
                .query(ContactGroups::row)
                .list();
    }

    void delete(UUID id) {
        jdbc.sql("DELETE FROM contact_groups WHERE id = :id").param("id", id).update();
    }

    private static ContactGroup row(ResultSet row, int number) throws SQLException {
        return new ContactGroup(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                row.getLong("members"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
