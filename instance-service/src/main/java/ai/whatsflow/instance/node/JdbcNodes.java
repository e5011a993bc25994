package ai.whatsflow.instance.node;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcNodes implements Nodes {

    private static final TypeReference<List<NodeEngine>> ENGINES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final RowMapper<Node> rows = (row, number) -> node(row);

    JdbcNodes(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
    }

    @Override
    public void store(Node node) {
        int stored = jdbc.sql("""
                        INSERT INTO nodes AS n (server_id, version, name, status, boot_id, exited_boot_ids, url,
                                                engines, max_devices, region, public_key)
                        VALUES (:server, :version, :name, :status, :boot, :exits::uuid[], :url,
                                :engines::jsonb, :maxDevices, :region, :key::jsonb)
                        ON CONFLICT (server_id) DO UPDATE
                        SET version = excluded.version, name = excluded.name, status = excluded.status,
                            boot_id = excluded.boot_id, exited_boot_ids = excluded.exited_boot_ids,
                            url = excluded.url, engines = excluded.engines, max_devices = excluded.max_devices,
                            region = excluded.region, public_key = excluded.public_key,
                            heard_at = clock_timestamp()
                        WHERE n.version < excluded.version
                        """)
                .param("server", node.serverId())
                .param("version", node.version())
                .param("name", node.name())
                .param("status", node.status().name())
                .param("boot", node.bootId())
                .param("exits", node.exitedBootIds().toArray(UUID[]::new))
                .param("url", node.url())
                .param("engines", json.writeValueAsString(node.engines()))
                .param("maxDevices", node.maxDevices())
                .param("region", node.region())
                .param("key", node.publicKey())
                .update();
        if (stored > 0) {
            events.publishEvent(new NodesChanged());
        }
    }

    @Override
    public Optional<Node> find(UUID serverId) {
        return jdbc.sql("SELECT * FROM nodes WHERE server_id = :server")
                .param("server", serverId)
                .query(rows)
                .optional();
    }

    @Override
    public List<Node> all() {
        return jdbc.sql("SELECT * FROM nodes").query(rows).list();
    }

    @Override
    public Map<UUID, Node> byId() {
        return all().stream().collect(Collectors.toMap(Node::serverId, Function.identity()));
    }

    private Node node(ResultSet row) throws SQLException {
        return new Node(
                row.getObject("server_id", UUID.class),
                row.getLong("version"),
                row.getString("name"),
                NodeStatus.valueOf(row.getString("status")),
                row.getObject("boot_id", UUID.class),
                Set.of((UUID[]) row.getArray("exited_boot_ids").getArray()),
                row.getString("url"),
                json.readValue(row.getString("engines"), ENGINES),
                row.getInt("max_devices"),
                row.getString("region"),
                row.getString("public_key"));
    }
}
