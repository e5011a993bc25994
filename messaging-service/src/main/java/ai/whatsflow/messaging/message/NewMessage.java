package ai.whatsflow.messaging.message;

import java.time.Instant;

/**
 * A message that was sent by itself.
 *
 * @param quotaMonth start of the month whose quota it used
 */
record NewMessage(QueuedMessage message, Instant quotaMonth) {}
