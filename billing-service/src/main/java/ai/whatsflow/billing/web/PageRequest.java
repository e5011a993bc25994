package ai.whatsflow.billing.web;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Newest first, continued before the row that the cursor names.
 *
 * @param before the id to continue before; the highest possible one on the first page
 */
public record PageRequest(int limit, UUID before) {

    private static final UUID HIGHEST = new UUID(-1L, -1L);

    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        int size = limit == null ? 50 : limit;
        if (size < 1 || size > 200) {
            throw new ProblemException(PlatformProblem.INVALID, "limit is 1 to 200").at("/limit", "must be 1 to 200");
        }
        return new PageRequest(size, cursor == null ? HIGHEST : decode(cursor));
    }

    static String cursor(UUID id) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static UUID decode(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == 16) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                return new UUID(buffer.getLong(), buffer.getLong());
            }
        } catch (IllegalArgumentException malformed) {
            // answered below
        }
        throw new ProblemException(PlatformProblem.INVALID, "the cursor is not one of ours")
                .at("/cursor", "is not a cursor of this listing");
    }
}
