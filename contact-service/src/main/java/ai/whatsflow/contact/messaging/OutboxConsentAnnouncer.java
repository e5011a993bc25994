package ai.whatsflow.contact.messaging;

import ai.whatsflow.contact.consent.Consent;
import ai.whatsflow.contact.consent.ConsentAnnouncer;
import ai.whatsflow.contact.consent.ConsentChange;
import ai.whatsflow.platform.outbox.Outbox;
import ai.whatsflow.platform.outbox.OutboxEvent;
import org.springframework.stereotype.Component;

@Component
class OutboxConsentAnnouncer implements ConsentAnnouncer {

    private final Outbox outbox;

    OutboxConsentAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void announce(ConsentChange change, Consent consent) {
        outbox.append(OutboxEvent.of(ConsentV1.TOPIC, consent.contactId(), type(change), wire(consent)));
    }

    static String type(ConsentChange change) {
        return switch (change) {
            case UNSUBSCRIBE -> ConsentV1.TYPE_UNSUBSCRIBED;
            case RESUBSCRIBE -> ConsentV1.TYPE_RESUBSCRIBED;
            case BLOCK -> ConsentV1.TYPE_BLOCKED;
            case UNBLOCK -> ConsentV1.TYPE_UNBLOCKED;
        };
    }

    static ConsentV1 wire(Consent consent) {
        return new ConsentV1(
                consent.contactId(),
                consent.version(),
                consent.accountId(),
                consent.phone(),
                consent.subscribed(),
                consent.blocked(),
                consent.at());
    }
}
