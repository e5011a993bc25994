package ai.whatsflow.identity.permission;

import java.util.List;
import java.util.UUID;

public record PermissionSet(UUID id, String name, List<String> permissions, long version) {

    PermissionSet redefined(List<String> changed) {
        return new PermissionSet(id, name, changed, version + 1);
    }
}
