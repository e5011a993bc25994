package ai.whatsflow.payout.messaging;

import ai.whatsflow.payout.payout.Payout;
import ai.whatsflow.payout.payout.PayoutAnnouncer;
import ai.whatsflow.payout.payout.PayoutStatus;
import ai.whatsflow.platform.outbox.Outbox;
import ai.whatsflow.platform.outbox.OutboxEvent;
import org.springframework.stereotype.Component;

@Component
class OutboxPayoutAnnouncer implements PayoutAnnouncer {
    private final Outbox outbox;

    OutboxPayoutAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void changed(Payout payout) {
        outbox.append(OutboxEvent.of(PayoutV1.TOPIC, payout.id(), type(payout.status()), payload(payout)));
    }

    static String type(PayoutStatus status) {
        return switch (status) {
            case PENDING -> PayoutV1.TYPE_REQUESTED;
            case APPROVED -> PayoutV1.TYPE_APPROVED;
            case PAID -> PayoutV1.TYPE_PAID;
            case REJECTED -> PayoutV1.TYPE_REJECTED;
        };
    }

    static PayoutV1 payload(Payout payout) {
        return new PayoutV1(
                payout.id(),
                payout.version(),
                payout.subDealerId(),
                payout.amount(),
                payout.type().name(),
                payout.status().name(),
                payout.reference(),
                payout.changedAt());
    }
}
