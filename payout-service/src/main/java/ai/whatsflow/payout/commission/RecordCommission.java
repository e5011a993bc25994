package ai.whatsflow.payout.commission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Service;

/** Writes a commission down and tells about it, unless its invoice has one already. */
@Service
class RecordCommission {
    private final Commissions commissions;
    private final CommissionAnnouncer announcer;
    private final Counter accrued;

    RecordCommission(Commissions commissions, CommissionAnnouncer announcer, MeterRegistry metrics) {
        this.commissions = commissions;
        this.announcer = announcer;
        this.accrued = metrics.counter("payout.commission.accrued");
    }

    void record(Commission commission) {
        if (commissions.add(commission)) {
            announcer.accrued(commission);
            accrued.increment();
        }
    }
}
