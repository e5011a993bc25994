package ai.whatsflow.platform.paging;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** The key of the last item of a page, as text that callers hand back and don't read. */
final class Cursor {

    private static final int BYTES = 16;
    /** 16 bytes in base64; nothing longer is decoded. */
    private static final int LENGTH = 22;

    private Cursor() {}

    static String encode(UUID key) {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static UUID decode(String cursor) {
        if (cursor.length() == LENGTH) {
            try {
                ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
                return new UUID(bytes.getLong(), bytes.getLong());
            } catch (IllegalArgumentException notBase64) {
                // answered below, like every other text that is not a cursor of ours
            }
        }
        throw new ProblemException(PlatformProblem.UNREADABLE, "The cursor is not one of ours.")
                .at("/cursor", "Hand back the nextCursor of the page before.");
    }
}
