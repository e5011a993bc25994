package ai.whatsflow.instance.node;

/** How the registry says a node is. It steers placement and proves nothing. */
public enum NodeStatus {
    ONLINE,
    SUSPECT,
    OFFLINE,
    MAINTENANCE,
    DRAINING;

    /** Whether its sessions should move away while it can still close them properly. */
    public boolean isLeaving() {
        return this == MAINTENANCE || this == DRAINING;
    }
}
