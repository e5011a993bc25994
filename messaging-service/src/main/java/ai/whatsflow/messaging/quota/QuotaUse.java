package ai.whatsflow.messaging.quota;

import java.time.Instant;
import java.util.UUID;

/** A number of messages of an account's month. */
public record QuotaUse(UUID accountId, Instant month, long count) {}
