package ai.whatsflow.node;

import ai.whatsflow.platform.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class NodeArchitectureTests {

    @Test
    void keepsTheShapeOfEveryService() {
        ArchitectureRules.check("ai.whatsflow.node");
    }
}
