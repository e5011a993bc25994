package ai.whatsflow.messaging.batch;

import ai.whatsflow.messaging.message.AcceptMessages;
import ai.whatsflow.messaging.message.MessageDrafts;
import ai.whatsflow.messaging.message.Rotation;
import ai.whatsflow.messaging.recipient.GroupPage;
import ai.whatsflow.messaging.recipient.OptOuts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns a page of members into messages and moves the cursor past it, in one transaction: a page counts whole or not
 * at all, however often the worker dies. Never makes more messages than quota was reserved for.
 */
@Component
class StorePage {

    private final Expansions expansions;
    private final EndExpansion end;
    private final OptOuts optOuts;
    private final AcceptMessages accept;
    private final MessageBatches batches;
    private final MessageDrafts drafts;

    StorePage(
            Expansions expansions,
            EndExpansion end,
            OptOuts optOuts,
            AcceptMessages accept,
            MessageBatches batches,
            MessageDrafts drafts) {
        this.expansions = expansions;
        this.end = end;
        this.optOuts = optOuts;
        this.accept = accept;
        this.batches = batches;
        this.drafts = drafts;
    }

    /** The expansion after this page; empty when there is nothing left to do, or another worker has it. */
    @Transactional
    public Optional<Expansion> store(Expansion claimed, GroupPage.Members page) {
        Optional<Expansion> locked = expansions.lock(claimed);
        if (locked.isEmpty()) {
            return Optional.empty();
        }
        MessageBatch batch = locked.get().batch();
        int added = accept(batch, page.phones());
        batches.grow(batch.id(), added);
        if (page.nextCursor() == null || batch.queued() + added == batch.requested()) {
            end.end(claimed, BatchStatus.QUEUED, null);
            return Optional.empty();
        }
        expansions.advance(claimed, page.nextCursor());
        return expansions.lock(claimed);
    }

    private int accept(MessageBatch batch, List<String> phones) {
        Set<String> silenced = optOuts.among(batch.accountId(), phones);
        List<String> recipients = phones.stream()
                .distinct()
                .filter(phone -> !silenced.contains(phone))
                .limit(batch.requested() - batch.queued())
                .toList();
        return accept.acceptMissing(drafts.redraft(
                batch.accountId(),
                batch.id(),
                batch.createdAt(),
                batch.text(),
                new Rotation(batch.instanceIds(), batch.queued()),
                batch.quotaMonth(),
                recipients));
    }
}
