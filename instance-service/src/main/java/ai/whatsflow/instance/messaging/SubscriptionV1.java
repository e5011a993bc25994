package ai.whatsflow.instance.messaging;

import ai.whatsflow.instance.entitlement.Entitlement;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account's subscription, as far as devices are concerned. */
record SubscriptionV1(UUID subscriptionId, long version, UUID accountId, String status, EntitlementV1 entitlement) {

    static final String TOPIC = "billing.subscription";
    static final Set<String> TYPES = Set.of(
            "billing.subscription.started.v1", "billing.subscription.changed.v1", "billing.subscription.expired.v1");

    record EntitlementV1(Instant periodStart, Instant periodEnd, LimitsV1 limits) {}

    record LimitsV1(@Nullable Integer devices) {}

    Entitlement projection() {
        return new Entitlement(
                accountId,
                subscriptionId,
                version,
                status.equals("EXPIRED"),
                entitlement.limits().devices(),
                entitlement.periodStart(),
                entitlement.periodEnd());
    }
}
