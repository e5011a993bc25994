package ai.whatsflow.instance.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The marks of the lanes. Whoever sends from a lane claims it first: by a row lock, then for a while by its id. */
interface Lanes {

    /** First and last position of what was added to a lane. */
    record Span(long first, long last) {

        Span including(Span other) {
            return new Span(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    /** Where a lane's marks are now; claimed when something is about to be given to the node. */
    record Marks(Lane lane, LaneLook look, long everSubmitted, String pacedUntil, boolean claimed, Duration recheck) {}

    /** How far a claimed lane got, and when to look at it again. */
    record Progress(UUID instanceId, long from, long submittedThrough, Duration recheck) {}

    /** Adds work; a mark never stays beyond a message that comes in below it. */
    void extend(Map<UUID, Span> spans);

    /** Locks lanes that are due, whose session this run holds and has online; those that others look at are left out. */
    List<Lane> lockDue(UUID serverId, UUID bootId, int limit);

    /** Moves the marks of locked lanes; claimed ones belong to the claim until it is settled or over. */
    void mark(UUID claimId, Duration claim, List<Marks> marks);

    /** Ends the claim on lanes that it still holds. */
    void settle(UUID claimId, List<Progress> progress);

    /** Lanes of instances that are gone have no work left. */
    void closeDeleted();
}
