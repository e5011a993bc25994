package ai.whatsflow.instance.vault;

import java.util.UUID;

/** A session that a node says it owns, and under which epoch. */
public record Claim(UUID instanceId, long epoch) {}
