package ai.whatsflow.payout.paging;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last id of a page. Ids are UUIDv7, so their order is the order of creation. */
public final class Cursor {
    private static final int BYTES = 16;

    private Cursor() {}

    static String write(UUID last) {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(last.getMostSignificantBits())
                .putLong(last.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @return the id to continue below, or null for the first page */
    public static @Nullable UUID read(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() == BYTES) {
                return new UUID(bytes.getLong(), bytes.getLong());
            }
        } catch (IllegalArgumentException malformed) {
            // answered below
        }
        throw new ProblemException(PlatformProblem.UNREADABLE, "The cursor is not one of ours.")
                .at("/cursor", "unreadable");
    }
}
