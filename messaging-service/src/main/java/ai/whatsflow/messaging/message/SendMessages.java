package ai.whatsflow.messaging.message;

import ai.whatsflow.messaging.instance.RequireInstances;
import ai.whatsflow.messaging.quota.QuotaMonth;
import ai.whatsflow.messaging.quota.ReserveQuota;
import ai.whatsflow.messaging.recipient.RequireRecipients;
import ai.whatsflow.platform.problem.Outcome;
import ai.whatsflow.platform.security.Account;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Accepts messages that many accounts send at the same time, each by itself, with the statements that one would take. */
@Component
public class SendMessages {

    private final RequireInstances instances;
    private final RequireRecipients recipients;
    private final ReserveQuota quota;
    private final MessageDrafts drafts;
    private final AcceptMessages accept;

    SendMessages(
            RequireInstances instances,
            RequireRecipients recipients,
            ReserveQuota quota,
            MessageDrafts drafts,
            AcceptMessages accept) {
        this.instances = instances;
        this.recipients = recipients;
        this.quota = quota;
        this.drafts = drafts;
        this.accept = accept;
    }

    private record Addressed(SendRequest request, String recipient) {

        Account account() {
            return request.account();
        }
    }

    private record Reserved(Addressed addressed, QuotaMonth month) {}

    /** The id of each message, or why it is refused. Where a quota does not suffice for all, the first ones get it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Outcome<UUID>> send(List<SendRequest> requests) {
        var known = instances.each(requests, SendRequest::accountId, SendRequest::instanceId);
        var addressed = Outcome.each(
                known, some -> recipients.each(some, SendRequest::accountId, SendRequest::to), Addressed::new);
        var reserved = Outcome.each(
                addressed,
                some -> quota.reserveEach(some.stream().map(Addressed::account).toList()),
                Reserved::new);
        return Outcome.each(reserved, this::accept);
    }

    private List<Outcome<UUID>> accept(List<Reserved> reserved) {
        List<NewMessage> messages = reserved.stream().map(this::draft).toList();
        accept.acceptEach(messages);
        return messages.stream()
                .map(message -> Outcome.of(message.message().id()))
                .toList();
    }

    private NewMessage draft(Reserved reserved) {
        return drafts.draft(
                reserved.addressed().request(),
                reserved.addressed().recipient(),
                reserved.month().start());
    }
}
