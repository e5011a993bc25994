package ai.whatsflow.instance.runtime;

import ai.whatsflow.instance.assignment.DeliverSessionCommands;
import ai.whatsflow.instance.dispatch.DispatchLanes;
import ai.whatsflow.instance.node.Node;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Serves one node: session commands first, then its lanes. A node that hangs holds up nobody but itself. */
final class NodeRunner {

    private final AtomicReference<Node> node;
    private final DeliverSessionCommands deliverSessionCommands;
    private final DispatchLanes dispatchLanes;
    private final RuntimeProperties properties;
    private final BooleanSupplier maySend;

    NodeRunner(
            Node node,
            DeliverSessionCommands deliverSessionCommands,
            DispatchLanes dispatchLanes,
            RuntimeProperties properties,
            BooleanSupplier maySend) {
        this.node = new AtomicReference<>(node);
        this.deliverSessionCommands = deliverSessionCommands;
        this.dispatchLanes = dispatchLanes;
        this.properties = properties;
        this.maySend = maySend;
    }

    void follow(Node latest) {
        node.set(latest);
    }

    Duration step() {
        Node current = node.get();
        int worked = deliverSessionCommands.deliver(current);
        if (maySend.getAsBoolean()) {
            worked += dispatchLanes.dispatch(current);
        }
        return worked > 0 ? properties.tick() : properties.idlePoll();
    }
}
