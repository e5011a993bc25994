package ai.whatsflow.billing;

import ai.whatsflow.platform.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class BillingArchitectureTests {

    @Test
    void keepsTheShapeOfAService() {
        ArchitectureRules.check("ai.whatsflow.billing");
    }
}
