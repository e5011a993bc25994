package ai.whatsflow.messaging;

import ai.whatsflow.platform.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class MessagingArchitectureTests {

    @Test
    void keepsTheHouseRules() {
        ArchitectureRules.check("ai.whatsflow.messaging");
    }
}
