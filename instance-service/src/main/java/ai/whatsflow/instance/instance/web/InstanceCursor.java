package ai.whatsflow.instance.instance.web;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** Where the next page starts: opaque to clients, an id inside. */
final class InstanceCursor {

    private InstanceCursor() {}

    static String of(UUID lastId) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(lastId.getMostSignificantBits())
                .putLong(lastId.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static UUID parse(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == 16) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                return new UUID(buffer.getLong(), buffer.getLong());
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below, like every other cursor that is not ours
        }
        throw new ProblemException(PlatformProblem.INVALID, "This cursor is not one of ours.")
                .at("/cursor", "Use the nextCursor of the page before.");
    }
}
