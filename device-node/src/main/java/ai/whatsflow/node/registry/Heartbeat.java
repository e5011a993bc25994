package ai.whatsflow.node.registry;

import java.util.Map;
import java.util.UUID;

/**
 * What a process says about itself each second.
 *
 * @param cpu share of the machine's processors in use, 0 to 1; likewise memory and the disk of the data directory
 * @param sessions number of sessions by state
 */
public record Heartbeat(
        UUID bootId,
        double cpu,
        double memory,
        double disk,
        long openFiles,
        Map<String, Integer> sessions,
        int sendsInFlight,
        long eventBacklog,
        boolean draining) {}
