package ai.whatsflow.node.lease;

import java.util.UUID;

/** A session under the epoch by which this node holds it. */
public record Lease(UUID instanceId, long epoch) {}
