package ai.whatsflow.contact.messaging;

import java.time.Instant;
import java.util.UUID;

/** Whether a number may be written to: whole state, on each change. */
record ConsentV1(
        UUID contactId, long version, UUID accountId, String phone, boolean subscribed, boolean blocked, Instant at) {

    static final String TOPIC = "contact.consent";
    static final String TYPE_UNSUBSCRIBED = "contact.consent.unsubscribed.v1";
    static final String TYPE_RESUBSCRIBED = "contact.consent.resubscribed.v1";
    static final String TYPE_BLOCKED = "contact.consent.blocked.v1";
    static final String TYPE_UNBLOCKED = "contact.consent.unblocked.v1";
}
