package ai.whatsflow.billing.subscription;

import java.util.Set;

/** Where a subscription stands, and where it can go from there. */
public enum SubscriptionStatus {
    TRIALING,
    ACTIVE,
    EXPIRED;

    boolean canBecome(SubscriptionStatus next) {
        return switch (this) {
            case TRIALING, ACTIVE -> Set.of(ACTIVE, EXPIRED).contains(next);
            case EXPIRED -> next == ACTIVE;
        };
    }
}
