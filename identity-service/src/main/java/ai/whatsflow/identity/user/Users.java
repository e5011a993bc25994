package ai.whatsflow.identity.user;

import ai.whatsflow.identity.Columns;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.security.Tier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class Users {

    private static final String SELECT = """
            SELECT u.*, ARRAY(SELECT permission_set_id FROM user_permission_sets s
                              WHERE s.user_id = u.id ORDER BY 1) AS permission_set_ids
            FROM users u
            """;

    private final JdbcClient jdbc;

    Users(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<User> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE u.id = :id")
                .param("id", id)
                .query(Users::read)
                .optional();
    }

    /** The user if its account is the given one or below it. */
    public Optional<User> findWithin(UUID accountId, UUID id) {
        return jdbc.sql(SELECT + "JOIN accounts a ON a.id = u.account_id WHERE u.id = :id AND :within = ANY(a.path)")
                .param("id", id)
                .param("within", accountId)
                .query(Users::read)
                .optional();
    }

    public Optional<User> lock(UUID id) {
        return jdbc.sql(SELECT + "WHERE u.id = :id FOR UPDATE OF u")
                .param("id", id)
                .query(Users::read)
                .optional();
    }

    public List<User> withIds(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "WHERE u.id = ANY(:ids::uuid[])")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Users::read)
                .list();
    }

    public List<User> list(UserFilter filter, PageRequest page) {
        List<String> conditions = new ArrayList<>(List.of("u.id < :before"));
        if (filter.within() != null) {
            conditions.add("a.path @> ARRAY[:within]::uuid[]");
        }
        if (filter.tier() != null) {
            conditions.add("u.tier = :tier");
        }
        if (filter.status() != null) {
            conditions.add("u.status = :status");
        }
        if (filter.text() != null) {
            conditions.add("(u.name ILIKE :text OR u.email ILIKE :text)");
        }
        String where = "WHERE " + String.join(" AND ", conditions) + "\n";
        return jdbc.sql(SELECT + "JOIN accounts a ON a.id = u.account_id\n" + where + "ORDER BY u.id DESC LIMIT :rows")
                .param("within", filter.within())
                .param("tier", filter.tier() == null ? null : filter.tier().name())
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param("text", filter.text() == null ? null : Columns.containing(filter.text()))
                .param("before", page.before())
                .param("rows", page.rows())
                .query(Users::read)
                .list();
    }

    boolean insert(User user) {
        int rows = jdbc.sql("""
                INSERT INTO users (id, account_id, tier, name, email, mobile, status, provisioning, version, registered_at)
                VALUES (:id, :accountId, :tier, :name, :email, :mobile, :status, :provisioning, :version, :registeredAt)
                ON CONFLICT (lower(email)) DO NOTHING
                """)
                .param("id", user.id())
                .param("accountId", user.accountId())
                .param("tier", user.tier().name())
                .param("name", user.name())
                .param("email", user.email())
                .param("mobile", user.mobile())
                .param("status", user.status().name())
                .param("provisioning", user.provisioning().name())
                .param("version", user.version())
                .param("registeredAt", Columns.utc(user.registeredAt()))
                .update();
        if (rows == 1) {
            insertPermissionSets(user);
        }
        return rows == 1;
    }

    void update(User user) {
        jdbc.sql("""
                UPDATE users SET name = :name, mobile = :mobile, status = :status,
                       sessions_revoked_at = :sessionsRevokedAt, version = :version
                WHERE id = :id
                """)
                .param("id", user.id())
                .param("name", user.name())
                .param("mobile", user.mobile())
                .param("status", user.status().name())
                .param("sessionsRevokedAt", Columns.utcOrNull(user.sessionsRevokedAt()))
                .param("version", user.version())
                .update();
    }

    void replacePermissionSets(User user) {
        jdbc.sql("DELETE FROM user_permission_sets WHERE user_id = :id")
                .param("id", user.id())
                .update();
        insertPermissionSets(user);
    }

    public void markProvisioned(UUID id) {
        jdbc.sql("UPDATE users SET provisioning = 'PROVISIONED' WHERE id = :id AND provisioning = 'PENDING'")
                .param("id", id)
                .update();
    }

    private void insertPermissionSets(User user) {
        jdbc.sql("INSERT INTO user_permission_sets SELECT :id, unnest(:sets::uuid[])")
                .param("id", user.id())
                .param("sets", user.permissionSetIds().toArray(UUID[]::new))
                .update();
    }

    private static User read(ResultSet row, int number) throws SQLException {
        return new User(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "account_id"),
                Tier.valueOf(row.getString("tier")),
                row.getString("name"),
                row.getString("email"),
                row.getString("mobile"),
                UserStatus.valueOf(row.getString("status")),
                Provisioning.valueOf(row.getString("provisioning")),
                Columns.uuids(row, "permission_set_ids"),
                Columns.instantOrNull(row, "sessions_revoked_at"),
                row.getLong("version"),
                Columns.instant(row, "registered_at"));
    }
}
