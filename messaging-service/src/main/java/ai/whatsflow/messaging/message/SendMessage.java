package ai.whatsflow.messaging.message;

import ai.whatsflow.messaging.instance.RequireInstances;
import ai.whatsflow.messaging.quota.QuotaMonth;
import ai.whatsflow.messaging.quota.ReserveQuota;
import ai.whatsflow.messaging.recipient.RequireRecipient;
import ai.whatsflow.platform.security.Account;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accepts one message. */
@Component
public class SendMessage {

    private final RequireInstances instances;
    private final RequireRecipient recipients;
    private final ReserveQuota quota;
    private final MessageDrafts drafts;
    private final AcceptMessages accept;

    SendMessage(
            RequireInstances instances,
            RequireRecipient recipients,
            ReserveQuota quota,
            MessageDrafts drafts,
            AcceptMessages accept) {
        this.instances = instances;
        this.recipients = recipients;
        this.quota = quota;
        this.drafts = drafts;
        this.accept = accept;
    }

    /** @return the id of the message */
    @Transactional
    public UUID send(Account account, UUID instanceId, String to, String text) {
        instances.ownedBy(account.id(), List.of(instanceId));
        String recipient = recipients.of(account.id(), to);
        QuotaMonth month = quota.reserve(account, 1);
        NewMessages one =
                drafts.draft(account.id(), null, text, Rotation.of(instanceId), month.start(), List.of(recipient));
        accept.accept(one);
        return one.ids().getFirst();
    }
}
