package ai.whatsflow.messaging.status;

import ai.whatsflow.messaging.quota.QuotaUse;
import ai.whatsflow.messaging.quota.Quotas;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<Place, Long> places = new HashMap<>();
        for (StatusRise rise : table.apply(MessageReport.of(facts))) {
            places.merge(new Place(rise.accountId(), rise.quotaMonth()), (long) rise.givesBack(), Long::sum);
            if (rise.from() != rise.to()) {
                metrics.counter("messaging.message.risen", "to", rise.to().name())
                        .increment();
            }
        }
        List<QuotaUse> unused = places.entrySet().stream()
                .filter(place -> place.getValue() != 0)
                .map(place ->
                        new QuotaUse(place.getKey().accountId(), place.getKey().month(), place.getValue()))
                .toList();
        if (!unused.isEmpty()) {
            quotas.giveBack(unused);
        }
    }

    private record Place(UUID accountId, Instant month) {}
}
