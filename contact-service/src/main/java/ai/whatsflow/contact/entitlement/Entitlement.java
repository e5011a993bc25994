package ai.whatsflow.contact.entitlement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of what an account may keep.
 *
 * @param contacts most contacts it may keep; null is unlimited
 */
public record Entitlement(
        UUID accountId,
        long version,
        boolean expired,
        Instant periodEnd,
        @Nullable Long contacts) {

    boolean isOver(Instant now) {
        return expired || !now.isBefore(periodEnd);
    }

    /** Whether an address book of this many contacts is within the plan. */
    public boolean admits(long size) {
        return contacts == null || size <= contacts;
    }
}
