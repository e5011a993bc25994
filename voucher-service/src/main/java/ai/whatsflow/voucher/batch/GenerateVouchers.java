package ai.whatsflow.voucher.batch;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the codes of one chunk. Claim, codes and progress commit together: a process killed in between leaves nothing
 * behind, and any replica takes the chunk again.
 */
@Service
class GenerateVouchers {
    private final BatchChunks chunks;
    private final Vouchers vouchers;
    private final VoucherPress press;
    private final VoucherBatches batches;
    private final BatchAnnouncer announcer;
    private final Clock clock;

    GenerateVouchers(
            BatchChunks chunks,
            Vouchers vouchers,
            VoucherPress press,
            VoucherBatches batches,
            BatchAnnouncer announcer,
            Clock clock) {
        this.chunks = chunks;
        this.vouchers = vouchers;
        this.press = press;
        this.batches = batches;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** @return false when there is nothing left to claim */
    @Transactional
    public boolean generateChunk() {
        Optional<BatchChunks.Chunk> claimed = chunks.claim();
        claimed.ifPresent(chunk -> {
            make(chunk.batchId(), chunk.size());
            VoucherBatch batch = batches.advance(chunk.batchId(), chunk.size(), clock.instant());
            if (batch.status() == BatchStatus.READY) {
                announcer.issued(batch);
            }
        });
        return claimed.isPresent();
    }

    private void make(UUID batchId, int wanted) {
        int missing = wanted;
        while (missing > 0) {
            missing -= vouchers.add(batchId, press.make(missing));
        }
    }
}
