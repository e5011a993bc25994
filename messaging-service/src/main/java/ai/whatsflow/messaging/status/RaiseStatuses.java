package ai.whatsflow.messaging.status;

import ai.whatsflow.messaging.quota.Quotas;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies what devices report, and gives quota back for what was never dispatched: once, in that transition. */
@Component
public class RaiseStatuses {

    private final StatusTable table;
    private final Quotas quotas;
    private final MeterRegistry metrics;

    RaiseStatuses(StatusTable table, Quotas quotas, MeterRegistry metrics) {
        this.table = table;
        this.quotas = quotas;
        this.metrics = metrics;
    }

    @Transactional
    public void raise(List<StatusFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        // Always in the same order of accounts, so that two consumers never wait for each other.
        Map<Place, Integer> places =
                new TreeMap<>(Comparator.comparing(Place::accountId).thenComparing(Place::month));
        for (StatusRise rise : table.apply(MessageReport.of(facts))) {
            places.merge(new Place(rise.accountId(), rise.quotaMonth()), rise.givesBack(), Integer::sum);
            if (rise.from() != rise.to()) {
                metrics.counter("messaging.message.risen", "to", rise.to().name())
                        .increment();
            }
        }
        places.forEach((place, count) -> {
            if (count != 0) {
                quotas.giveBack(place.accountId(), place.month(), count);
            }
        });
    }

    private record Place(UUID accountId, Instant month) {}
}
