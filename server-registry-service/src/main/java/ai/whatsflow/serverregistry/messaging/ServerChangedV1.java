package ai.whatsflow.serverregistry.messaging;

import java.util.UUID;

/** As much of our own stream as live watchers need: which server has a newer state. */
record ServerChangedV1(UUID serverId) {}
