package ai.whatsflow.messaging.batch;

import ai.whatsflow.messaging.instance.RequireInstances;
import ai.whatsflow.messaging.message.AcceptMessages;
import ai.whatsflow.messaging.message.MessageDrafts;
import ai.whatsflow.messaging.message.Rotation;
import ai.whatsflow.messaging.quota.ReserveQuota;
import ai.whatsflow.messaging.recipient.OptOuts;
import ai.whatsflow.platform.security.Account;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accepts one text to a list of numbers: every number once, those that opted out passed over. */
@Component
public class SendToNumbers {

    private final RequireInstances instances;
    private final OptOuts optOuts;
    private final ReserveQuota quota;
    private final OpenBatch open;
    private final MessageDrafts drafts;
    private final AcceptMessages accept;

    SendToNumbers(
            RequireInstances instances,
            OptOuts optOuts,
            ReserveQuota quota,
            OpenBatch open,
            MessageDrafts drafts,
            AcceptMessages accept) {
        this.instances = instances;
        this.optOuts = optOuts;
        this.quota = quota;
        this.open = open;
        this.drafts = drafts;
        this.accept = accept;
    }

    /** @param numbers E.164, as {@link ReadNumbers} answers them */
    @Transactional
    public MessageBatch send(Account account, List<UUID> instanceIds, String text, List<String> numbers) {
        instances.ownedBy(account.id(), instanceIds);
        Set<String> silenced = optOuts.among(account.id(), numbers);
        List<String> recipients = numbers.stream()
                .distinct()
                .filter(number -> !silenced.contains(number))
                .toList();
        Instant month = quota.reserve(account, recipients.size()).start();
        MessageBatch batch = open.toNumbers(account.id(), text, instanceIds, month, numbers.size(), recipients.size());
        accept.accept(drafts.draft(account.id(), batch.id(), text, new Rotation(instanceIds, 0), month, recipients));
        return batch;
    }
}
