package ai.whatsflow.messaging.messaging;

import ai.whatsflow.messaging.entitlement.Entitlement;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of a subscription. */
record SubscriptionV1(long version, UUID accountId, String status, Snapshot entitlement) {

    static final String TOPIC = "billing.subscription";
    static final Set<String> TYPES = Set.of(
            "billing.subscription.started.v1", "billing.subscription.changed.v1", "billing.subscription.expired.v1");

    record Snapshot(Instant periodStart, Instant periodEnd, Limits limits) {}

    record Limits(@Nullable Long messages) {}

    Entitlement toEntitlement() {
        return new Entitlement(
                accountId,
                version,
                status.equals("EXPIRED"),
                entitlement.periodStart(),
                entitlement.periodEnd(),
                entitlement.limits().messages());
    }
}
