package ai.whatsflow.identity.permission;

import ai.whatsflow.identity.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class PermissionSets {

    private final JdbcClient jdbc;

    PermissionSets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<PermissionSet> named(String name) {
        return jdbc.sql("SELECT id, name, permissions, version FROM permission_sets WHERE name = :name")
                .param("name", name)
                .query(PermissionSets::read)
                .optional();
    }

    public PermissionSet builtIn(BuiltInPermissionSet set) {
        return named(set.name())
                .orElseThrow(() -> new IllegalStateException("the set " + set + " has not been defined yet"));
    }

    public List<PermissionSet> all() {
        return jdbc.sql("SELECT id, name, permissions, version FROM permission_sets ORDER BY name")
                .query(PermissionSets::read)
                .list();
    }

    public List<PermissionSet> withIds(Collection<UUID> ids) {
        return jdbc.sql(
                        "SELECT id, name, permissions, version FROM permission_sets WHERE id = ANY(:ids::uuid[]) ORDER BY name")
                .param("ids", ids.toArray(UUID[]::new))
                .query(PermissionSets::read)
                .list();
    }

    void insert(PermissionSet set) {
        jdbc.sql(
                        "INSERT INTO permission_sets (id, name, permissions, version) VALUES (:id, :name, :permissions, :version)")
                .param("id", set.id())
                .param("name", set.name())
                .param("permissions", set.permissions().toArray(String[]::new))
                .param("version", set.version())
                .update();
    }

    void update(PermissionSet set) {
        jdbc.sql("UPDATE permission_sets SET permissions = :permissions, version = :version WHERE id = :id")
                .param("id", set.id())
                .param("permissions", set.permissions().toArray(String[]::new))
                .param("version", set.version())
                .update();
    }

    private static PermissionSet read(ResultSet row, int number) throws SQLException {
        return new PermissionSet(
                Columns.uuid(row, "id"),
                row.getString("name"),
                Columns.texts(row, "permissions"),
                row.getLong("version"));
    }
}
