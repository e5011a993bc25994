package ai.whatsflow.billing.subscription.web;

import ai.whatsflow.billing.plan.Features;
import ai.whatsflow.billing.plan.Limits;
import ai.whatsflow.billing.subscription.Subscription;
import ai.whatsflow.billing.subscription.SubscriptionCycle;
import ai.whatsflow.billing.subscription.SubscriptionStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record SubscriptionView(
        UUID subscriptionId,
        UUID accountId,
        long version,
        SubscriptionStatus status,
        @Nullable UUID packageId,
        @Nullable Integer packageVersion,
        String packageName,
        String plan,
        SubscriptionCycle cycle,
        String currency,
        String timeZone,
        int billingDay,
        Instant periodStart,
        Instant periodEnd,
        Limits limits,
        Features features) {

    static SubscriptionView of(Subscription subscription) {
        return new SubscriptionView(
                subscription.id(),
                subscription.accountId(),
                subscription.version(),
                subscription.status(),
                subscription.offer().packageId(),
                subscription.offer().packageVersion(),
                subscription.offer().name(),
                subscription.offer().plan(),
                subscription.offer().cycle(),
                subscription.currency().getCurrencyCode(),
                subscription.timeZone().getId(),
                subscription.billingDay(),
                subscription.period().start(),
                subscription.period().end(),
                subscription.offer().limits(),
                subscription.offer().features());
    }
}
