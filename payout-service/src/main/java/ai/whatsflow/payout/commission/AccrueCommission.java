package ai.whatsflow.payout.commission;

import ai.whatsflow.payout.plan.CommissionPlan;
import ai.whatsflow.payout.plan.CommissionPlans;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Earns the commission of a paid invoice for the sub-dealer above the customer, under the plan that was in force when
 * it was paid. Once per invoice, however often and at how many places at a time it is asked.
 */
@Service
public class AccrueCommission {
    private static final Logger log = LoggerFactory.getLogger(AccrueCommission.class);

    private final SubDealerAbove dealers;
    private final CommissionPlans plans;
    private final RecordCommission record;
    private final NoArgGenerator ids;
    private final Clock clock;

    AccrueCommission(
            SubDealerAbove dealers, CommissionPlans plans, RecordCommission record, NoArgGenerator ids, Clock clock) {
        this.dealers = dealers;
        this.plans = plans;
        this.record = record;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public void accrue(PaidInvoice invoice) {
        Optional<UUID> dealer = dealers.find(invoice.accountPath());
        if (dealer.isEmpty()) {
            return;
        }
        Optional<CommissionPlan> plan = plans.inForce(dealer.get(), invoice.paidAt());
        if (plan.isEmpty()) {
            log.warn(
                    "Sub-dealer {} had no commission plan when invoice {} was paid", dealer.get(), invoice.invoiceId());
            return;
        }
        EarnedCommission.of(invoice, plan.get(), ids.generate(), clock.instant().truncatedTo(ChronoUnit.MICROS))
                .ifPresent(record::record);
    }
}
