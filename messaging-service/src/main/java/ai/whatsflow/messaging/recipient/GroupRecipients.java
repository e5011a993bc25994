package ai.whatsflow.messaging.recipient;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The members of contact groups, kept by contact-service.
 *
 * <p>Answers within a bounded time and never throws: a group that is not there, or not the account's, is
 * {@link GroupPage.Unknown}; anything else that is not an answer (time-out, refusal, open circuit, no token) is
 * {@link GroupPage.Unreachable} and may be asked again. Only members that may be written to are listed, in the order of
 * a key that does not change, so a cursor stays good across restarts of either side. Thread-safe.
 */
public interface GroupRecipients {

    /**
     * @param cursor the {@link GroupPage.Members#nextCursor()} of the page before; null for the first
     * @param limit 1 to 1,000
     */
    GroupPage page(UUID accountId, UUID groupId, int limit, @Nullable String cursor);
}
