package ai.whatsflow.identity.apikey;

import ai.whatsflow.identity.Columns;
import ai.whatsflow.platform.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ApiKeys {

    private final JdbcClient jdbc;

    ApiKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the keys of an account be issued one after the other, so that their limit holds. */
    void lockAccount(UUID accountId) {
        jdbc.sql("SELECT id FROM accounts WHERE id = :id FOR NO KEY UPDATE")
                .param("id", accountId)
                .query(UUID.class)
                .single();
    }

    int countActive(UUID accountId) {
        return jdbc.sql("SELECT count(*) FROM api_keys WHERE account_id = :accountId AND status = 'ACTIVE'")
                .param("accountId", accountId)
                .query(Integer.class)
                .single();
    }

    void insert(ApiKey key, byte[] mac) {
        jdbc.sql("""
                INSERT INTO api_keys (id, account_id, user_id, name, prefix, mac, scopes, status, version, issued_at)
                VALUES (:id, :accountId, :userId, :name, :prefix, :mac, :scopes::text[], :status, :version, :issuedAt)
                """)
                .param("id", key.id())
                .param("accountId", key.accountId())
                .param("userId", key.userId())
                .param("name", key.name())
                .param("prefix", key.prefix())
                .param("mac", mac)
                .param("scopes", key.scopes().toArray(String[]::new))
                .param("status", key.status().name())
                .param("version", key.version())
                .param("issuedAt", Columns.utc(key.issuedAt()))
                .update();
    }

    void update(ApiKey key) {
        jdbc.sql("UPDATE api_keys SET status = :status, revoked_at = :revokedAt, version = :version WHERE id = :id")
                .param("id", key.id())
                .param("status", key.status().name())
                .param("revokedAt", Columns.utcOrNull(key.revokedAt()))
                .param("version", key.version())
                .update();
    }

    Optional<ApiKey> lock(UUID accountId, UUID id) {
        return jdbc.sql("SELECT * FROM api_keys WHERE id = :id AND account_id = :accountId FOR UPDATE")
                .param("id", id)
                .param("accountId", accountId)
                .query(ApiKeys::read)
                .optional();
    }

    Optional<HashedApiKey> withPrefix(String prefix) {
        return jdbc.sql("SELECT * FROM api_keys WHERE prefix = :prefix")
                .param("prefix", prefix)
                .query((row, number) -> new HashedApiKey(read(row, number), row.getBytes("mac")))
                .optional();
    }

    List<ApiKey> list(UUID accountId, PageRequest page) {
        return jdbc.sql("SELECT * FROM api_keys WHERE account_id = :accountId AND id < :before"
                        + " ORDER BY id DESC LIMIT :rows")
                .param("accountId", accountId)
                .param("before", page.before())
                .param("rows", page.rows())
                .query(ApiKeys::read)
                .list();
    }

    void used(Map<UUID, Instant> uses) {
        jdbc.sql("""
                UPDATE api_keys k SET last_used_at = greatest(k.last_used_at, used.at)
                FROM unnest(:ids::uuid[], :times::timestamptz[]) AS used (id, at) WHERE k.id = used.id
                """)
                .param("ids", uses.keySet().toArray(UUID[]::new))
                .param("times", uses.values().stream().map(Instant::toString).toArray(String[]::new))
                .update();
    }

    private static ApiKey read(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "account_id"),
                Columns.uuid(row, "user_id"),
                row.getString("name"),
                row.getString("prefix"),
                Columns.texts(row, "scopes"),
                ApiKeyStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                Columns.instant(row, "issued_at"),
                Columns.instantOrNull(row, "revoked_at"),
                Columns.instantOrNull(row, "last_used_at"));
    }

    /** Nothing that prints or serialises it may exist, hence no record. */
    static final class HashedApiKey {

        private final ApiKey key;
        private final byte[] mac;

        private HashedApiKey(ApiKey key, byte[] mac) {
            this.key = key;
            this.mac = mac;
        }

        ApiKey key() {
            return key;
        }

        byte[] mac() {
            return mac;
        }
    }
}
