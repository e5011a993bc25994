package ai.whatsflow.gateway.messaging;

import java.util.UUID;

/** The gateway's reading of {@code identity.api-key} facts. */
record ApiKeyStateV1(UUID apiKeyId) {

    static final String TOPIC = "identity.api-key";
}
