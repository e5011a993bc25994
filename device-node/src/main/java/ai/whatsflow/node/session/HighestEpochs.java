package ai.whatsflow.node.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The highest epoch seen per instance, for the newest so many: what came late under an older one is stale. Thread-safe. */
final class HighestEpochs {

    private static final int MOST = 100_000;

    private final Map<UUID, Long> epochs = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Long> eldest) {
            return size() > MOST;
        }
    };

    synchronized void saw(UUID instanceId, long epoch) {
        epochs.merge(instanceId, epoch, Math::max);
    }

    synchronized boolean isStale(UUID instanceId, long epoch) {
        Long highest = epochs.get(instanceId);
        return highest != null && epoch < highest;
    }
}
