package ai.whatsflow.messaging.messaging;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What this service reads of a contact's consent. */
record ConsentV1(long version, UUID accountId, String phone, boolean subscribed, boolean blocked) {

    static final String TOPIC = "contact.consent";
    static final Set<String> TYPES = Stream.of("unsubscribed", "resubscribed", "blocked", "unblocked")
            .map(fact -> "contact.consent." + fact + ".v1")
            .collect(Collectors.toUnmodifiableSet());

    boolean optedOut() {
        return blocked || !subscribed;
    }
}
