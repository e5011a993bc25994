package ai.whatsflow.payout.messaging;

import ai.whatsflow.payout.commission.Commission;
import ai.whatsflow.payout.commission.CommissionAnnouncer;
import ai.whatsflow.platform.outbox.Outbox;
import ai.whatsflow.platform.outbox.OutboxEvent;
import org.springframework.stereotype.Component;

@Component
class OutboxCommissionAnnouncer implements CommissionAnnouncer {
    private final Outbox outbox;

    OutboxCommissionAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void accrued(Commission commission) {
        outbox.append(OutboxEvent.of(
                CommissionAccruedV1.TOPIC, commission.id(), CommissionAccruedV1.TYPE, payload(commission)));
    }

    static CommissionAccruedV1 payload(Commission commission) {
        return new CommissionAccruedV1(
                commission.id(),
                commission.subDealerId(),
                commission.customerId(),
                commission.invoiceId(),
                commission.base(),
                commission.rate().toString(),
                commission.amount(),
                commission.status().name(),
                commission.accruedAt());
    }
}
