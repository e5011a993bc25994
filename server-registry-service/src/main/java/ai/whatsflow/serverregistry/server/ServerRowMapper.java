package ai.whatsflow.serverregistry.server;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class ServerRowMapper implements RowMapper<Server> {

    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};
    private static final TypeReference<List<Engine>> ENGINES = new TypeReference<>() {};

    private final JsonMapper json;

    ServerRowMapper(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Server mapRow(ResultSet row, int rowNumber) throws SQLException {
        return new Server(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("name"),
                new Capacity(
                        row.getInt("max_devices"),
                        row.getString("region"),
                        json.readValue(row.getString("labels"), LABELS)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("public_key"),
                boot(row),
                List.of((UUID[]) row.getArray("exited_boot_ids").getArray()),
                row.getBoolean("maintenance"),
                ServerStatus.valueOf(row.getString("status")),
                instant(row, "published_at"));
    }

    private @Nullable Boot boot(ResultSet row) throws SQLException {
        UUID id = row.getObject("boot_id", UUID.class);
        if (id == null) {
            return null;
        }
        String metrics = row.getString("metrics");
        return new Boot(
                id,
                row.getString("url"),
                json.readValue(row.getString("engines"), ENGINES),
                json.readValue(row.getString("node_capacity"), Capacity.class),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_heartbeat_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("draining"),
                metrics == null ? null : json.readValue(metrics, Metrics.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
