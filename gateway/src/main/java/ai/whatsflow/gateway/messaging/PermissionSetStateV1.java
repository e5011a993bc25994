package ai.whatsflow.gateway.messaging;

import java.util.Set;
import java.util.UUID;

/** The gateway's reading of {@code identity.permission-set} facts. */
record PermissionSetStateV1(UUID permissionSetId, long version, Set<String> permissions) {

    static final String TOPIC = "identity.permission-set";
}
