package ai.whatsflow.gateway.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The gateway's reading of every {@code billing.subscription} fact. */
record SubscriptionStateV1(
        UUID accountId,
        long version,
        String status,
        @Nullable String plan) {

    static final String TOPIC = "billing.subscription";
}
