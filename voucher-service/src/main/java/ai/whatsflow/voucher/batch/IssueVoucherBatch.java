package ai.whatsflow.voucher.batch;

import com.fasterxml.uuid.NoArgGenerator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down a batch and the chunks it is made of; the generator does the rest. */
@Service
public class IssueVoucherBatch {
    private final VoucherBatches batches;
    private final BatchChunks chunks;
    private final BatchProperties properties;
    private final NoArgGenerator ids;
    private final Clock clock;

    IssueVoucherBatch(
            VoucherBatches batches, BatchChunks chunks, BatchProperties properties, NoArgGenerator ids, Clock clock) {
        this.batches = batches;
        this.chunks = chunks;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public VoucherBatch issue(BatchOrder order) {
        VoucherBatch batch = new VoucherBatch(
                ids.generate(),
                1,
                order.type(),
                BatchStatus.GENERATING,
                order.count(),
                0,
                order.value(),
                order.expiresAt(),
                order.issuedBy(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
        batches.add(batch);
        chunks.plan(batch.id(), batch.count(), properties.chunkSize());
        return batch;
    }
}
