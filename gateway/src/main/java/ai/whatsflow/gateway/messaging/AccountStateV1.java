package ai.whatsflow.gateway.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The gateway's reading of every {@code identity.account} fact. */
record AccountStateV1(
        UUID accountId, long version, @Nullable UUID parentId, String status) {

    static final String TOPIC = "identity.account";
}
