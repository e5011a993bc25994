package ai.whatsflow.instance.messaging;

import java.util.UUID;

/** As much of our own stream as live watchers need: which instance has a newer state. */
record InstanceChangedV1(UUID instanceId) {}
