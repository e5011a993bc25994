package ai.whatsflow.instance.assignment;

import java.util.UUID;

/** An instance under one epoch: what a node holds, or held. */
public record Held(UUID instanceId, long epoch) {}
