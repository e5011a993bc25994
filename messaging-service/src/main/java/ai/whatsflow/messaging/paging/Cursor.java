package ai.whatsflow.messaging.paging;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last key of a page, opaque to callers. Lists run from the newest key down. */
public final class Cursor {

    private static final UUID END_OF_TIME = new UUID(-1, -1);

    private Cursor() {}

    static String after(UUID key) {
        ByteBuffer bytes =
                ByteBuffer.allocate(16).putLong(key.getMostSignificantBits()).putLong(key.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The key to continue below; without a cursor one that sorts after every other. */
    public static UUID key(@Nullable String cursor) {
        if (cursor == null) {
            return END_OF_TIME;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() == 16) {
                return new UUID(bytes.getLong(), bytes.getLong());
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below
        }
        throw new ProblemException(PlatformProblem.UNREADABLE, "The cursor is not one of ours.")
                .at("/cursor", "Pass on the nextCursor of the page before.");
    }
}
