package ai.whatsflow.instance;

import ai.whatsflow.platform.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class InstanceArchitectureTests {

    @Test
    void keepsTheShapeOfAService() {
        ArchitectureRules.check("ai.whatsflow.instance");
    }
}
