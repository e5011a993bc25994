package ai.whatsflow.messaging.batch;

import java.util.UUID;

/** Wakes the workers of this process once the batch is committed; others find it by looking. */
record GroupSendAccepted(UUID batchId) {}
