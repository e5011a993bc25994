package ai.whatsflow.billing.messaging;

import ai.whatsflow.billing.plan.Features;
import ai.whatsflow.billing.plan.Limits;
import ai.whatsflow.billing.subscription.Offer;
import ai.whatsflow.billing.subscription.Subscription;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A subscription with its whole entitlement, on {@code billing.subscription}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubscriptionV1(
        UUID subscriptionId,
        long version,
        UUID accountId,
        List<UUID> accountPath,
        String status,
        @Nullable UUID packageId,
        @Nullable Integer packageVersion,
        String packageName,
        String plan,
        String cycle,
        Entitlement entitlement,
        Instant at) {

    static final String TOPIC = "billing.subscription";
    static final String STARTED = "billing.subscription.started.v1";
    static final String CHANGED = "billing.subscription.changed.v1";
    static final String EXPIRED = "billing.subscription.expired.v1";

    /** From the start up to, not including, the end. A limit that is null does not limit. */
    record Entitlement(Instant periodStart, Instant periodEnd, Limits limits, Features features) {}

    static SubscriptionV1 of(Subscription subscription) {
        Offer offer = subscription.offer();
        return new SubscriptionV1(
                subscription.id(),
                subscription.version(),
                subscription.accountId(),
                subscription.accountPath(),
                subscription.status().name(),
                offer.packageId(),
                offer.packageVersion(),
                offer.name(),
                offer.plan(),
                offer.cycle().name(),
                new Entitlement(
                        subscription.period().start(), subscription.period().end(), offer.limits(), offer.features()),
                subscription.changedAt());
    }
}
