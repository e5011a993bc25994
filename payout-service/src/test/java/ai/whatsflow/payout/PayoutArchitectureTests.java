package ai.whatsflow.payout;

import ai.whatsflow.platform.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class PayoutArchitectureTests {
    @Test
    void keepsTheHouseRules() {
        ArchitectureRules.check("ai.whatsflow.payout");
    }
}
