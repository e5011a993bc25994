package ai.whatsflow.identity.account;

import ai.whatsflow.identity.Columns;
import ai.whatsflow.platform.paging.PageRequest;
import ai.whatsflow.platform.security.Tier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Account> find(UUID id) {
        return jdbc.sql("SELECT * FROM accounts WHERE id = :id")
                .param("id", id)
                .query(Accounts::read)
                .optional();
    }

    Optional<Account> root() {
        return jdbc.sql("SELECT * FROM accounts WHERE parent_id IS NULL")
                .query(Accounts::read)
                .optional();
    }

    /** Whether the account and all those above it are active. */
    public boolean isActive(UUID id) {
        return active(List.of(id)).contains(id);
    }

    /** Those of the accounts that are active together with all above them. */
    public Set<UUID> active(Collection<UUID> ids) {
        return Set.copyOf(jdbc.sql("""
                SELECT a.id FROM accounts a WHERE a.id = ANY(:ids::uuid[])
                AND NOT EXISTS (SELECT FROM accounts up WHERE up.id = ANY(a.path) AND up.status <> 'ACTIVE')
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> Columns.uuid(row, "id"))
                .list());
    }

    boolean hasOpenBelow(UUID id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM accounts WHERE parent_id = :id AND status <> 'CLOSED')")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    Account lock(UUID id) {
        return jdbc.sql("SELECT * FROM accounts WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(Accounts::read)
                .single();
    }

    /** Keeps the account from being suspended or closed until an account has been opened below it. */
    Account lockAsParent(UUID id) {
        return jdbc.sql("SELECT * FROM accounts WHERE id = :id FOR SHARE")
                .param("id", id)
                .query(Accounts::read)
                .single();
    }

    List<Account> list(AccountFilter filter, PageRequest page) {
        List<String> conditions = new ArrayList<>(List.of("id < :before"));
        if (filter.within() != null) {
            conditions.add("path @> ARRAY[:within]::uuid[]");
        }
        if (filter.tier() != null) {
            conditions.add("tier = :tier");
        }
        if (filter.status() != null) {
            conditions.add("status = :status");
        }
        if (filter.text() != null) {
            conditions.add("(name ILIKE :text OR EXISTS"
                    + " (SELECT FROM users u WHERE u.account_id = accounts.id AND u.email ILIKE :text))");
        }
        String where = " WHERE " + String.join(" AND ", conditions);
        return jdbc.sql("SELECT * FROM accounts" + where + " ORDER BY id DESC LIMIT :rows")
                .param("within", filter.within())
                .param("tier", filter.tier() == null ? null : filter.tier().name())
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param("text", filter.text() == null ? null : Columns.containing(filter.text()))
                .param("before", page.before())
                .param("rows", page.rows())
                .query(Accounts::read)
                .list();
    }

    void insert(Account account) {
        jdbc.sql("""
                INSERT INTO accounts (id, parent_id, path, tier, name, status, currency, time_zone, version, registered_at)
                VALUES (:id, :parentId, :path::uuid[], :tier, :name, :status, :currency, :timeZone, :version, :registeredAt)
                """)
                .param("id", account.id())
                .param("parentId", account.parentId())
                .param("path", account.path().toArray(UUID[]::new))
                .param("tier", account.tier().name())
                .param("name", account.name())
                .param("status", account.status().name())
                .param("currency", account.currency())
                .param("timeZone", account.timeZone().getId())
                .param("version", account.version())
                .param("registeredAt", Columns.utc(account.registeredAt()))
                .update();
    }

    void update(Account account) {
        jdbc.sql("""
                UPDATE accounts SET status = :status, suspended_by = :suspendedBy, version = :version
                WHERE id = :id
                """)
                .param("id", account.id())
                .param("status", account.status().name())
                .param("suspendedBy", account.suspendedBy())
                .param("version", account.version())
                .update();
    }

    private static Account read(ResultSet row, int number) throws SQLException {
        return new Account(
                Columns.uuid(row, "id"),
                row.getObject("parent_id", UUID.class),
                Columns.uuids(row, "path"),
                Tier.valueOf(row.getString("tier")),
                row.getString("name"),
                AccountStatus.valueOf(row.getString("status")),
                row.getObject("suspended_by", UUID.class),
                row.getString("currency"),
                ZoneId.of(row.getString("time_zone")),
                row.getLong("version"),
                Columns.instant(row, "registered_at"));
    }
}
