package ai.whatsflow.instance.assignment;

import java.time.Instant;

/** Notes that this service is at work, in the database that all replicas share. */
interface Pulse {

    /** Database time, and from when on an expired lease counts. */
    record Beat(Instant now, Instant resumeAt) {}

    /** Notes it now; see {@link Outage} for what a gap since the last time means. */
    Beat beat();
}
