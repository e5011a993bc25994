package ai.whatsflow.contact;

import ai.whatsflow.platform.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ContactArchitectureTests {

    @Test
    void keepsTheHouseRules() {
        ArchitectureRules.check("ai.whatsflow.contact");
    }
}
