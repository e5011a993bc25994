package ai.whatsflow.identity.paging;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** The opaque text of a position in a list. */
final class Cursor {

    private static final int BYTES = 16;

    private Cursor() {}

    static String encode(UUID id) {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static UUID decode(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == BYTES) {
                ByteBuffer in = ByteBuffer.wrap(bytes);
                return new UUID(in.getLong(), in.getLong());
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below, like every other text that is not a cursor of ours
        }
        throw new ProblemException(PlatformProblem.UNREADABLE, "This is not a cursor of this list.")
                .at("/cursor", "Hand back nextCursor as it came.");
    }
}
