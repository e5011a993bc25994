package ai.whatsflow.serverregistry.server;

import java.util.Map;

/**
 * What a node measured, as of its last heartbeat.
 *
 * @param cpu share of all cores in use, 0 to 1; memory and disk likewise
 * @param sessions device sessions by state
 */
public record Metrics(
        double cpu,
        double memory,
        double disk,
        int openFiles,
        Map<String, Integer> sessions,
        int sendsInFlight,
        long eventBacklog) {

    public Metrics {
        sessions = Map.copyOf(sessions);
    }

    /** Sessions that take room on the node: all but the ended ones. */
    public int liveSessions() {
        return sessions.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals("STOPPED") && !entry.getKey().equals("LOGGED_OUT"))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
