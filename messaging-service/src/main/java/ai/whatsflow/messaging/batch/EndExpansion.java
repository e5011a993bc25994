package ai.whatsflow.messaging.batch;

import ai.whatsflow.messaging.quota.QuotaUse;
import ai.whatsflow.messaging.quota.Quotas;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a group batch, and gives back the quota it reserved and did not use: once, with the end. */
@Component
class EndExpansion {

    private final Expansions expansions;
    private final MessageBatches batches;
    private final Quotas quotas;

    EndExpansion(Expansions expansions, MessageBatches batches, Quotas quotas) {
        this.expansions = expansions;
        this.batches = batches;
        this.quotas = quotas;
    }

    /** Does nothing when another worker has taken the batch over. */
    @Transactional
    public void end(Expansion claimed, BatchStatus status, @Nullable String failure) {
        expansions.lock(claimed).ifPresent(current -> {
            MessageBatch batch = current.batch();
            long unused = batch.requested() - batch.queued();
            if (unused > 0) {
                quotas.giveBack(List.of(new QuotaUse(batch.accountId(), batch.quotaMonth(), unused)));
            }
            batches.end(batch.id(), status, failure);
            expansions.remove(current);
        });
    }
}
