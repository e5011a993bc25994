package ai.whatsflow.instance.runtime;

import ai.whatsflow.instance.assignment.DeliverSessionCommands;
import ai.whatsflow.instance.dispatch.DispatchLanes;
import ai.whatsflow.instance.node.Node;
import ai.whatsflow.instance.node.Nodes;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Keeps a runner for each node that can be reached. */
@Component
class NodeRunners {

    private record Running(NodeRunner runner, Loop loop) {}

    private static final Duration REFRESH = Duration.ofMillis(500);

    private final Map<UUID, Running> running = new ConcurrentHashMap<>();
    private final Nodes nodes;
    private final DeliverSessionCommands deliverSessionCommands;
    private final DispatchLanes dispatchLanes;
    private final RuntimeProperties properties;
    private final HealthIndicator replicas;
    private volatile boolean caughtUp;

    NodeRunners(
            Nodes nodes,
            DeliverSessionCommands deliverSessionCommands,
            DispatchLanes dispatchLanes,
            RuntimeProperties properties,
            @Qualifier("replicasHealthIndicator") HealthIndicator replicas) {
        this.nodes = nodes;
        this.deliverSessionCommands = deliverSessionCommands;
        this.dispatchLanes = dispatchLanes;
        this.properties = properties;
        this.replicas = replicas;
    }

    Duration refresh() {
        caughtUp = caughtUp || isUp(replicas.health());
        Map<UUID, Node> reachable = nodes.all().stream()
                .filter(Node::isReachable)
                .collect(Collectors.toMap(Node::serverId, Function.identity()));
        reachable.forEach((serverId, node) -> running.computeIfAbsent(serverId, unused -> start(node))
                .runner()
                .follow(node));
        running.entrySet().removeIf(entry -> {
            boolean gone = !reachable.containsKey(entry.getKey());
            if (gone) {
                entry.getValue().loop().close();
            }
            return gone;
        });
        return REFRESH;
    }

    void wake() {
        running.values().forEach(each -> each.loop().wake());
    }

    void wake(UUID serverId) {
        Running one = running.get(serverId);
        if (one != null) {
            one.loop().wake();
        }
    }

    void close(Duration patience) {
        running.values().forEach(each -> each.loop().close());
        running.values().forEach(each -> each.loop().join(patience));
        running.clear();
    }

    private Running start(Node node) {
        NodeRunner runner = new NodeRunner(node, deliverSessionCommands, dispatchLanes, properties, () -> caughtUp);
        return new Running(runner, new Loop("node-" + node.name(), runner::step, properties.tick()).start());
    }

    /** Until the account directory has read all there is, an old suspension could be taken for a current one. */
    private static boolean isUp(@Nullable Health health) {
        return health != null && health.getStatus().equals(Status.UP);
    }
}
