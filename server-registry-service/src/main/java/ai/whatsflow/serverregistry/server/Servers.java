package ai.whatsflow.serverregistry.server;

import ai.whatsflow.platform.paging.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The servers in the database, whose clock is the only one that counts heartbeats. */
@Repository
public class Servers {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ServerRowMapper rows;

    Servers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = new ServerRowMapper(json);
    }

    /** @return the new id, or empty if the name is taken */
    public Optional<UUID> insert(String name, Capacity limits, UUID createdBy) {
        return jdbc.sql("""
                        INSERT INTO servers (name, max_devices, region, labels, created_by)
                        VALUES (:name, :maxDevices, :region, :labels::jsonb, :createdBy)
                        ON CONFLICT (name) DO NOTHING
                        RETURNING id
                        """)
                .param("name", name)
                .param("maxDevices", limits.maxDevices())
                .param("region", limits.region())
                .param("labels", json.writeValueAsString(limits.labels()))
                .param("createdBy", createdBy)
                .query(UUID.class)
                .optional();
    }

    public Optional<Server> find(UUID id) {
        return jdbc.sql("SELECT * FROM servers WHERE id = :id")
                .param("id", id)
                .query(rows)
                .optional();
    }

    public List<Server> list(@Nullable ServerStatus status, PageRequest page) {
        return jdbc.sql("""
                        SELECT * FROM servers
                        WHERE (:status::text IS NULL OR status = :status)
                          AND id > :after
                        ORDER BY id
                        LIMIT :rows
                        """)
                .param("status", status == null ? null : status.name())
                .param("after", page.after())
                .param("rows", page.rows())
                .query(rows)
                .list();
    }

    long count(ServerStatus status) {
        return jdbc.sql("SELECT count(*) FROM servers WHERE status = :status")
                .param("status", status.name())
                .query(Long.class)
                .single();
    }

    Instant now() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    Optional<Server> lock(UUID id) {
        return jdbc.sql("SELECT * FROM servers WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(rows)
                .optional();
    }

    /** Running servers that have been silent this long and that nobody else is looking at. */
    List<Server> lockSilent(Duration silence, int limit) {
        return jdbc.sql("""
                        SELECT * FROM servers
                        WHERE boot_id IS NOT NULL
                          AND status IN ('ONLINE', 'SUSPECT', 'DRAINING')
                          AND last_heartbeat_at <= clock_timestamp() - :silence * interval '1 millisecond'
                        ORDER BY id
                        LIMIT :limit
                        FOR UPDATE SKIP LOCKED
                        """)
                .param("silence", silence.toMillis())
                .param("limit", limit)
                .query(rows)
                .list();
    }

    void save(Server server) {
        @Nullable Boot boot = server.boot();
        jdbc.sql("""
                        UPDATE servers
                        SET version = :version, public_key = :publicKey::jsonb, exited_boot_ids = :exits,
                            maintenance = :maintenance, status = :status, published_at = :publishedAt,
                            boot_id = :bootId, url = :url, engines = :engines::jsonb,
                            node_capacity = :nodeCapacity::jsonb, registered_at = :registeredAt,
                            last_heartbeat_at = :lastHeartbeatAt, draining = :draining, metrics = :metrics::jsonb
                        WHERE id = :id
                        """)
                .param("id", server.id())
                .param("version", server.version())
                .param("publicKey", server.publicKey())
                .param("exits", server.exitedBootIds().toArray(UUID[]::new))
                .param("maintenance", server.maintenance())
                .param("status", server.status().name())
                .param("publishedAt", utc(server.publishedAt()))
                .param("bootId", boot == null ? null : boot.id())
                .param("url", boot == null ? null : boot.url())
                .param("engines", boot == null ? null : json.writeValueAsString(boot.engines()))
                .param("nodeCapacity", boot == null ? null : json.writeValueAsString(boot.capacity()))
                .param("registeredAt", boot == null ? null : utc(boot.registeredAt()))
                .param("lastHeartbeatAt", boot == null ? null : utc(boot.lastHeartbeatAt()))
                .param("draining", boot != null && boot.draining())
                .param(
                        "metrics",
                        boot == null || boot.metrics() == null ? null : json.writeValueAsString(boot.metrics()))
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
