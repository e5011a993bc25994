package ai.whatsflow.instance.nodeevent;

import java.util.UUID;

/** A node has reported something; published in the transaction that took it over. */
public record NodeReported(UUID serverId) {}
