package ai.whatsflow.instance.node;

import ai.whatsflow.simulation.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

public class InMemoryNodes implements Nodes {

    private final Tables tables;

    public InMemoryNodes(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void store(Node node) {
        Node known = tables.nodes.get(node.serverId());
        if (known == null || known.version() < node.version()) {
            tables.nodes.put(node.serverId(), node);
        }
    }

    @Override
    public Optional<Node> find(UUID serverId) {
        return Optional.ofNullable(tables.nodes.get(serverId));
    }

    @Override
    public List<Node> all() {
        return List.copyOf(tables.nodes.values());
    }

    @Override
    public Map<UUID, Node> byId() {
        return new LinkedHashMap<>(tables.nodes);
    }
}
