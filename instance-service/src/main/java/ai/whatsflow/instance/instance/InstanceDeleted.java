package ai.whatsflow.instance.instance;

import java.util.UUID;

/** An instance is gone; published in the transaction that deleted it. */
public record InstanceDeleted(UUID instanceId) {}
