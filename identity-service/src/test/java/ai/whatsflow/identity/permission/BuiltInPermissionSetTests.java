package ai.whatsflow.identity.permission;

import ai.whatsflow.platform.test.PermissionSetContract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuiltInPermissionSetTests {

    @Test
    void areWhatOtherServicesTestAgainst() {
        Map<String, List<String>> sets = new LinkedHashMap<>();
        for (BuiltInPermissionSet set : BuiltInPermissionSet.values()) {
            sets.put(set.name(), set.permissions());
        }
        PermissionSetContract.assertCommitted(sets);
    }
}
