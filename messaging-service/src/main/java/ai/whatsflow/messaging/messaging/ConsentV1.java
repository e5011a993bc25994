package ai.whatsflow.messaging.messaging;

import java.util.Set;
import java.util.UUID;

/** What this service reads of a contact's consent. */
record ConsentV1(long version, UUID accountId, String phone, boolean subscribed, boolean blocked) {

    static final String TOPIC = "contact.consent";
    static final Set<String> TYPES = Set.of(
            "contact.consent.unsubscribed.v1",
            "contact.consent.resubscribed.v1",
            "contact.consent.blocked.v1",
            "contact.consent.unblocked.v1");

    boolean optedOut() {
        return blocked || !subscribed;
    }
}
