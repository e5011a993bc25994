package ai.whatsflow.messaging.messaging;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What this service reads of an instance's session. */
record SessionV1(UUID instanceId, long version, UUID accountId, String state) {

    static final String TOPIC = "instance.session";
    static final Set<String> TYPES = Stream.of(
                    "created", "qr-issued", "linked", "connected", "disconnected", "logged-out", "moved")
            .map(fact -> "instance.session." + fact + ".v1")
            .collect(Collectors.toUnmodifiableSet());
}
