package ai.whatsflow.instance.node;

import java.util.List;

/**
 * Tells nodes what to do. Blocks at most for the configured time-outs, never throws for what a node or the network
 * does: a refused connection, a time-out or an unreadable answer is {@link CommandsAnswer.Unknown}. Thread-safe; calls
 * to one node do not wait for another.
 */
public interface NodeCommands {

    /**
     * Gives the node a batch; sends of one session leave in the order of the batch.
     *
     * @param node reachable, see {@link Node#isReachable()}
     */
    CommandsAnswer give(Node node, List<NodeCommand> commands);
}
