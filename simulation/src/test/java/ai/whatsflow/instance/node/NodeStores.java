package ai.whatsflow.instance.node;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.simulation.Tables;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Asks both stores of this package the same. */
public final class NodeStores {

    private final Nodes jdbc;
    private final Nodes memory;

    public NodeStores(JdbcClient client, Tables tables) {
        jdbc = new JdbcNodes(client, JsonMapper.shared(), event -> {});
        memory = new InMemoryNodes(tables);
    }

    public static UUID server(Random random) {
        return new UUID(0xC000_0000_0000_7000L, random.nextInt(2));
    }

    public static UUID boot(Random random) {
        return new UUID(0x0B00_0000_0000_7000L, random.nextInt(3));
    }

    public void ask(Random random) {
        Node node = new Node(
                server(random),
                random.nextInt(50),
                "node",
                NodeStatus.values()[random.nextInt(NodeStatus.values().length)],
                random.nextInt(4) == 0 ? null : boot(random),
                Set.of(boot(random)),
                "http://node",
                List.of(new NodeEngine("simulated", true)),
                10,
                null,
                null);
        jdbc.store(node);
        memory.store(node);
        assertThat(memory.byId()).isEqualTo(jdbc.byId());
        assertThat(memory.find(node.serverId())).isEqualTo(jdbc.find(node.serverId()));
    }
}
