package ai.whatsflow.instance.messaging;

import ai.whatsflow.instance.node.Node;
import ai.whatsflow.instance.node.NodeEngine;
import ai.whatsflow.instance.node.NodeStatus;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A WhatsApp server on the health stream. */
record ServerHealthV1(
        UUID serverId,
        long version,
        String name,
        NodeStatus status,
        @Nullable UUID bootId,
        List<UUID> exitedBootIds,
        @Nullable String url,
        List<EngineV1> engines,
        int maxDevices,
        @Nullable String region,
        @Nullable JsonNode publicKey) {

    static final String TOPIC = "registry.server-health";
    static final Set<String> TYPES = Set.of("registry.server-health.reported.v1", "registry.server-health.changed.v1");

    record EngineV1(String name, boolean idempotentSend) {}

    Node projection() {
        return new Node(
                serverId,
                version,
                name,
                status,
                bootId,
                Set.copyOf(exitedBootIds),
                url,
                engines.stream()
                        .map(engine -> new NodeEngine(engine.name(), engine.idempotentSend()))
                        .toList(),
                maxDevices,
                region,
                publicKey == null || publicKey.isNull() ? null : publicKey.toString());
    }
}
