package ai.whatsflow.simulation;

import java.util.function.Predicate;

/** Mistakes that the simulation has to catch; each is a collaborator that does less than it should. */
public enum PlantedFault {
    NONE,
    /** The vault saves for whoever asks, over whatever is there. */
    VAULT_SKIPS_THE_EPOCH,
    /** A node takes every send for one of its own epoch. */
    COMMANDS_SKIP_THE_EPOCH(world -> world.machines() == 2 && world.trouble() > 0),
    /** Placement's clock is half a lease ahead. */
    TAKES_OVER_BEFORE_EXPIRY,
    /** A node that the health stream shows as offline counts as dead. */
    TAKES_SILENCE_FOR_DEATH,
    /** An outage of our own counts as time in which nodes could have renewed. */
    DOES_NOT_WAIT_AFTER_AN_OUTAGE,
    /** The next owner gets the epoch of the last. */
    USES_AN_EPOCH_TWICE,
    /** A node never looks at its own clock. */
    NODE_IGNORES_THE_END_OF_ITS_LEASE,
    /** A renewal counts from its answer, not from its request. */
    RENEWAL_COUNTS_FROM_THE_ANSWER,
    /** The lease goes back while the socket is still open. */
    RELEASES_BEFORE_THE_SOCKET_IS_CLOSED,
    /** A node does not remember which messages have their outcome. */
    FORGETS_WHAT_WAS_SENT,
    /** WhatsApp hears that we have it before it is on disk. */
    ACKNOWLEDGES_BEFORE_THE_DISK,
    /** The platform acknowledges a batch of events that it did not take over. */
    LOSES_EVENTS,
    /** A node takes the sends that come after one that it refused. */
    LETS_SENDS_OVERTAKE_A_REFUSED_ONE,
    /** A node gives up what it accepted once the request's deadline has passed. */
    DROPS_ACCEPTED_SENDS(world -> world.faults() > 1 && world.messages() >= 10),
    /** Whatever is reported last is the status. */
    LETS_A_STATUS_FALL,
    /** Whoever comes back settles a lane, also when its claim is over. */
    RELEASES_A_LANE_TWICE(world -> world.replicas() == 2),
    /** What a node refused counts as given to it. */
    SETTLES_REFUSED_SENDS,
    /** The time of the last send is not written down. */
    FORGETS_THE_PACE,
    /** What a claim covered that nobody settled was not given to a node. */
    IGNORES_AN_ABANDONED_CLAIM(world -> world.cautious() > 0),
    /** A node sends again what has no outcome, whether or not its engine may. */
    SENDS_AGAIN_AFTER_A_RECONNECT(world -> world.cautious() > 0),
    /** A node that starts again, or another, is given what has no outcome, whether or not its engine may send twice. */
    GIVES_AGAIN_WHAT_IS_IN_DOUBT(world -> world.cautious() > 0);

    private final Predicate<Seeded> worlds;

    PlantedFault() {
        this(world -> true);
    }

    /** @param worlds in which it can show, or shows often enough to look for it */
    PlantedFault(Predicate<Seeded> worlds) {
        this.worlds = worlds;
    }

    boolean showsIn(Seeded world) {
        return worlds.test(world);
    }
}
