package ai.whatsflow.identity.messaging;

import ai.whatsflow.identity.permission.PermissionSet;
import java.util.List;
import java.util.UUID;

/** The whole state of a permission set. */
record PermissionSetV1(UUID permissionSetId, long version, String name, List<String> permissions) {

    static final String TOPIC = "identity.permission-set";
    static final String DEFINED = "identity.permission-set.defined.v1";

    static PermissionSetV1 of(PermissionSet set) {
        return new PermissionSetV1(set.id(), set.version(), set.name(), set.permissions());
    }
}
