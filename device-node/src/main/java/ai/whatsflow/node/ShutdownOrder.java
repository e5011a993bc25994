package ai.whatsflow.node;

import org.springframework.context.SmartLifecycle;

/**
 * The order of a graceful end, highest first: the web server takes no more commands (Spring's own phases), sessions
 * close their sockets and give their leases back, the event log is delivered, and only then does the heartbeat stop.
 */
public final class ShutdownOrder {

    public static final int DRAINING = SmartLifecycle.DEFAULT_PHASE;
    public static final int SESSIONS = SmartLifecycle.DEFAULT_PHASE - 10_000;
    public static final int LEASES = SmartLifecycle.DEFAULT_PHASE - 11_000;
    public static final int EVENTS = SmartLifecycle.DEFAULT_PHASE - 12_000;
    public static final int MEMBERSHIP = SmartLifecycle.DEFAULT_PHASE - 13_000;

    private ShutdownOrder() {}
}
