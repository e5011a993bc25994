package ai.whatsflow.billing.subscription;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** The account that subscribes, as it is at that moment. */
public record Subscriber(UUID accountId, List<UUID> path, Currency currency, ZoneId timeZone) {}
