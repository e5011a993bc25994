package ai.whatsflow.instance.node;

import java.util.UUID;

/** The node, and the run of it, that signed the request's token. */
public record NodeCaller(UUID serverId, UUID bootId) {}
