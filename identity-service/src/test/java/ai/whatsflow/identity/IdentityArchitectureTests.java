package ai.whatsflow.identity;

import ai.whatsflow.platform.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class IdentityArchitectureTests {

    @Test
    void keepsTheShapeOfAService() {
        ArchitectureRules.check("ai.whatsflow.identity");
    }
}
