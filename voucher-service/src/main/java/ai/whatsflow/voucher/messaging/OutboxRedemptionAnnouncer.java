package ai.whatsflow.voucher.messaging;

import ai.whatsflow.platform.outbox.Outbox;
import ai.whatsflow.platform.outbox.OutboxEvent;
import ai.whatsflow.voucher.batch.VoucherType;
import ai.whatsflow.voucher.redemption.Redemption;
import ai.whatsflow.voucher.redemption.RedemptionAnnouncer;
import org.springframework.stereotype.Component;

@Component
class OutboxRedemptionAnnouncer implements RedemptionAnnouncer {
    private final Outbox outbox;

    OutboxRedemptionAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void redeemed(Redemption redemption) {
        String key = redemption.id().toString();
        outbox.append(new OutboxEvent(VoucherRedeemedV1.TOPIC, key, VoucherRedeemedV1.TYPE, key, payload(redemption)));
    }

    static VoucherRedeemedV1 payload(Redemption redemption) {
        return new VoucherRedeemedV1(
                redemption.id(),
                redemption.voucherId(),
                redemption.batchId(),
                VoucherType.CREDIT.name(),
                redemption.accountId(),
                redemption.value(),
                redemption.redeemedAt());
    }
}
