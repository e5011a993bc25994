package ai.whatsflow.instance.dispatch;

import java.time.Instant;
import java.util.UUID;

/** A message that messaging-service has accepted. */
public record QueuedMessage(
        UUID messageId, UUID accountId, UUID instanceId, String to, String text, Instant queuedAt, Instant expiresAt) {}
