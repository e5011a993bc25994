package ai.whatsflow.messaging.quota;

import org.jspecify.annotations.Nullable;

/**
 * An account's quota of a month.
 *
 * @param limit null is unlimited
 */
public record Quota(QuotaMonth month, @Nullable Long limit, long used) {

    /** Null when unlimited; never negative, though a smaller plan can leave more used than it allows. */
    public @Nullable Long remaining() {
        return limit == null ? null : Math.max(0, limit - used);
    }
}
