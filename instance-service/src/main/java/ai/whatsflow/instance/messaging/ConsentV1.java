package ai.whatsflow.instance.messaging;

import ai.whatsflow.instance.consent.Consent;
import java.util.Set;
import java.util.UUID;

/** Whether a contact may be written to. */
record ConsentV1(UUID contactId, long version, UUID accountId, String phone, boolean subscribed, boolean blocked) {

    static final String TOPIC = "contact.consent";
    static final Set<String> TYPES = Set.of(
            "contact.consent.unsubscribed.v1",
            "contact.consent.resubscribed.v1",
            "contact.consent.blocked.v1",
            "contact.consent.unblocked.v1");

    Consent projection() {
        return new Consent(contactId, version, accountId, phone, !subscribed || blocked);
    }
}
