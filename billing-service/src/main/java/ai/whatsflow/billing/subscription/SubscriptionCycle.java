package ai.whatsflow.billing.subscription;

import ai.whatsflow.billing.plan.Cycle;

/** What kind of period a subscription is in. */
public enum SubscriptionCycle {
    TRIAL,
    MONTHLY,
    ANNUAL,
    FIXED;

    static SubscriptionCycle of(Cycle cycle) {
        return switch (cycle) {
            case MONTHLY -> MONTHLY;
            case ANNUAL -> ANNUAL;
        };
    }
}
