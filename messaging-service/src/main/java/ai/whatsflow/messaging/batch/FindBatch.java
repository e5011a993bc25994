package ai.whatsflow.messaging.batch;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds a batch the caller reaches, with what became of its messages. */
@Component
public class FindBatch {

    private final MessageBatches batches;
    private final BatchProgress progress;

    FindBatch(MessageBatches batches, BatchProgress progress) {
        this.batches = batches;
        this.progress = progress;
    }

    public CountedBatch find(Caller caller, UUID id) {
        MessageBatch batch = batches.find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such batch."));
        caller.requireReach(batch.accountId());
        return new CountedBatch(batch, progress.of(batch));
    }
}
