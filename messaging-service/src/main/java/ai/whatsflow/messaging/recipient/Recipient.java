package ai.whatsflow.messaging.recipient;

import java.util.UUID;

/**
 * Somebody an account writes to.
 *
 * @param phone E.164
 */
record Recipient(UUID accountId, String phone) {}
