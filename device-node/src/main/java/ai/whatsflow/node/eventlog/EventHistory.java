package ai.whatsflow.node.eventlog;

/** Is shown, before the log opens, every event that is still in it: what a process must know of the one before it. */
public interface EventHistory {

    void happened(NodeEvent event);
}
