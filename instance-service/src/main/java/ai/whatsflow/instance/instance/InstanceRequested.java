package ai.whatsflow.instance.instance;

import java.util.UUID;

/** An instance needs a session; published in the transaction that created it or asked for it again. */
public record InstanceRequested(UUID instanceId, String engine) {}
