package ai.whatsflow.voucher;

import ai.whatsflow.platform.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class VoucherArchitectureTests {
    @Test
    void keepsTheHouseRules() {
        ArchitectureRules.check("ai.whatsflow.voucher");
    }
}
