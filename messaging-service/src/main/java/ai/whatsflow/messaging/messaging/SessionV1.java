package ai.whatsflow.messaging.messaging;

import java.util.Set;
import java.util.UUID;

/** What this service reads of an instance's session. */
record SessionV1(UUID instanceId, long version, UUID accountId, String state) {

    static final String TOPIC = "instance.session";
    static final Set<String> TYPES = Set.of(
            "instance.session.created.v1",
            "instance.session.qr-issued.v1",
            "instance.session.linked.v1",
            "instance.session.connected.v1",
            "instance.session.disconnected.v1",
            "instance.session.logged-out.v1",
            "instance.session.moved.v1");
}
