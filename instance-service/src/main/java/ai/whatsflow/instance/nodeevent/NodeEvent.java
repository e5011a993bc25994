package ai.whatsflow.instance.nodeevent;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * An entry of a node's durable log.
 *
 * @param seq its position there; rises across restarts of the node
 */
public record NodeEvent(
        UUID eventId, UUID instanceId, long epoch, long seq, Instant at, String type, JsonNode payload) {}
