package ai.whatsflow.node.lease;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Leases that are renewed by one request, and the sessions that hear what became of them. */
final class LeaseRound {

    private final Map<Lease, LeaseHolder> holders = new LinkedHashMap<>();

    /** As many rounds as it takes for everything that is wanted now. */
    static List<LeaseRound> of(Collection<? extends LeaseHolder> all) {
        List<LeaseRound> rounds = new ArrayList<>();
        for (LeaseHolder holder : all) {
            holder.wanted().ifPresent(lease -> {
                if (rounds.isEmpty() || rounds.getLast().holders.size() == Leases.MOST) {
                    rounds.add(new LeaseRound());
                }
                rounds.getLast().holders.put(lease, holder);
            });
        }
        return rounds;
    }

    List<Lease> leases() {
        return List.copyOf(holders.keySet());
    }

    /** @param sentNanos when the request was sent: what was granted counts from there */
    void answered(long sentNanos, Leases.Answer.Verdicts verdicts) {
        holders.forEach((lease, holder) -> {
            Leases.Verdict verdict = verdicts.byLease().get(lease);
            if (verdict == Leases.Verdict.RENEWED) {
                holder.renewed(sentNanos, verdicts.leaseTime());
            } else if (verdict != null) {
                holder.lost(verdict);
            }
        });
    }
}
