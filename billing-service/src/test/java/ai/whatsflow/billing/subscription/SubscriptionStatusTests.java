package ai.whatsflow.billing.subscription;

import static ai.whatsflow.billing.subscription.SubscriptionStatus.ACTIVE;
import static ai.whatsflow.billing.subscription.SubscriptionStatus.EXPIRED;
import static ai.whatsflow.billing.subscription.SubscriptionStatus.TRIALING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscriptionStatusTests {

    private static final Map<SubscriptionStatus, Set<SubscriptionStatus>> LEGAL = Map.of(
            TRIALING, Set.of(ACTIVE, EXPIRED),
            ACTIVE, Set.of(ACTIVE, EXPIRED),
            EXPIRED, Set.of(ACTIVE));

    @Test
    void movesOnlyWhereItMay() {
        for (SubscriptionStatus from : SubscriptionStatus.values()) {
            for (SubscriptionStatus to : SubscriptionStatus.values()) {
                assertThat(from.canBecome(to))
                        .as(from + " to " + to)
                        .isEqualTo(LEGAL.get(from).contains(to));
            }
        }
    }
}
