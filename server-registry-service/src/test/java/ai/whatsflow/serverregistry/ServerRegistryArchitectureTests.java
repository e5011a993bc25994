package ai.whatsflow.serverregistry;

import ai.whatsflow.platform.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ServerRegistryArchitectureTests {

    @Test
    void keepsTheShapeOfAService() {
        ArchitectureRules.check("ai.whatsflow.serverregistry");
    }
}
