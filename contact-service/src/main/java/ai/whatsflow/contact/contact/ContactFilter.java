package ai.whatsflow.contact.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of contacts is narrowed to; null does not narrow.
 *
 * @param q part of a name, in any case, or digits of a phone
 */
public record ContactFilter(
        @Nullable String q,
        @Nullable UUID groupId,
        @Nullable Boolean subscribed,
        @Nullable Boolean blocked) {

    public static ContactFilter membersOf(UUID groupId) {
        return new ContactFilter(null, groupId, null, null);
    }
}
