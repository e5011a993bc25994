package ai.whatsflow.node.lease;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Opens the node's own bookkeeping of renewals to the simulation. */
public final class LeaseRounds {

    /** One request. */
    public record Round(List<Lease> leases, Answered answered) {}

    /** What came of it. */
    public interface Answered {
        void with(long sentNanos, Duration leaseTime, Map<Lease, Leases.Verdict> verdicts);
    }

    private LeaseRounds() {}

    public static List<Round> of(Collection<? extends LeaseHolder> holders) {
        return LeaseRound.of(holders).stream()
                .map(round -> new Round(
                        round.leases(),
                        (sent, leaseTime, verdicts) ->
                                round.answered(sent, new Leases.Answer.Verdicts(leaseTime, verdicts))))
                .toList();
    }
}
