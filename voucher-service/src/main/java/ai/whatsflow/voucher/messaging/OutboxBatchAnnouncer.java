package ai.whatsflow.voucher.messaging;

import ai.whatsflow.platform.outbox.Outbox;
import ai.whatsflow.platform.outbox.OutboxEvent;
import ai.whatsflow.voucher.batch.BatchAnnouncer;
import ai.whatsflow.voucher.batch.VoucherBatch;
import java.util.Objects;
import org.springframework.stereotype.Component;

@Component
class OutboxBatchAnnouncer implements BatchAnnouncer {
    private final Outbox outbox;

    OutboxBatchAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void issued(VoucherBatch batch) {
        String key = batch.id().toString();
        outbox.append(new OutboxEvent(BatchIssuedV1.TOPIC, key, BatchIssuedV1.TYPE, key, payload(batch)));
    }

    static BatchIssuedV1 payload(VoucherBatch batch) {
        return new BatchIssuedV1(
                batch.id(),
                batch.version(),
                batch.type().name(),
                batch.count(),
                batch.value(),
                batch.expiresAt(),
                batch.issuedBy(),
                Objects.requireNonNull(batch.readyAt(), "only a READY batch is issued"));
    }
}
