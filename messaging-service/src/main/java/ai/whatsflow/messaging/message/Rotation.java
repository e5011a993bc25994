package ai.whatsflow.messaging.message;

import java.util.List;
import java.util.UUID;

/**
 * Instances that take turns.
 *
 * @param turns how many messages went out before
 */
public record Rotation(List<UUID> instanceIds, long turns) {

    UUID at(int index) {
        return instanceIds.get((int) ((turns + index) % instanceIds.size()));
    }
}
