package ai.whatsflow.instance.node;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The projection of the health stream. */
public interface Nodes {

    /** Keeps it unless a newer version is known. */
    void store(Node node);

    Optional<Node> find(UUID serverId);

    List<Node> all();

    Map<UUID, Node> byId();
}
