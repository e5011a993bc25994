package ai.whatsflow.serverregistry.server;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many devices fit and where: once as operations allow it, once as the node offers it. */
public record Capacity(int maxDevices, @Nullable String region, Map<String, String> labels) {

    public Capacity {
        labels = Map.copyOf(labels);
    }

    /** The smaller of both limits; region and labels of operations win over what the node says. */
    Capacity offeredBy(Capacity node) {
        Map<String, String> merged = new TreeMap<>(node.labels);
        merged.putAll(labels);
        return new Capacity(Math.min(maxDevices, node.maxDevices), region == null ? node.region : region, merged);
    }
}
