package ai.whatsflow.billing.messaging;

import ai.whatsflow.billing.subscription.Subscriber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What billing reads of {@code identity.account}. */
record AccountV1(UUID accountId, String tier, List<UUID> path, String currency, String timeZone, Instant registeredAt) {

    static final String TOPIC = "identity.account";

    /** Every live state: the topic is compacted, so the first fact may be gone. */
    static final Set<String> TYPES =
            Set.of("identity.account.registered.v1", "identity.account.suspended.v1", "identity.account.reinstated.v1");

    boolean isCustomer() {
        return tier.equals("CUSTOMER");
    }

    Subscriber subscriber() {
        return new Subscriber(accountId, path, Currency.getInstance(currency), ZoneId.of(timeZone));
    }
}
