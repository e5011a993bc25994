package ai.whatsflow.instance.assignment;

import java.util.Set;
import java.util.stream.Stream;

/** What is going on between a session and the node that holds its lease. */
public enum AssignmentPhase {
    /** Nobody holds it. */
    VACANT,
    /** A node has the lease; START is being delivered. */
    STARTING,
    RUNNING,
    /** STOP is being delivered; the node closes the socket, then releases the lease. */
    STOPPING;

    /** The legal next phases; a take-over leads to STARTING from anywhere. */
    Set<AssignmentPhase> next() {
        return switch (this) {
            case VACANT -> Set.of(STARTING);
            case STARTING -> Set.of(STARTING, RUNNING, STOPPING, VACANT);
            case RUNNING -> Set.of(STARTING, STOPPING, VACANT);
            case STOPPING -> Set.of(STARTING, VACANT);
        };
    }

    /** The phases that this one may follow, by name. */
    String[] previous() {
        return Stream.of(values())
                .filter(phase -> phase != this && phase.next().contains(this))
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
