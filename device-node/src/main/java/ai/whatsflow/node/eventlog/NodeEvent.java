package ai.whatsflow.node.eventlog;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * An event as the platform receives it.
 *
 * @param seq its position in this node's log; not part of what is stored, the log knows it
 */
public record NodeEvent(
        UUID eventId, UUID instanceId, long epoch, long seq, Instant at, String type, JsonNode payload) {

    NodeEvent at(long position) {
        return new NodeEvent(eventId, instanceId, epoch, position, at, type, payload);
    }

    @Override
    public String toString() {
        return "NodeEvent[" + seq + " " + type + " " + eventId + "]";
    }
}
