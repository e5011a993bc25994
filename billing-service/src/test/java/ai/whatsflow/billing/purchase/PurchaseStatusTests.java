package ai.whatsflow.billing.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PurchaseStatusTests {

    @Test
    void endsOnce() {
        for (PurchaseStatus from : PurchaseStatus.values()) {
            for (PurchaseStatus to : PurchaseStatus.values()) {
                assertThat(from.canBecome(to))
                        .as(from + " to " + to)
                        .isEqualTo(from == PurchaseStatus.PENDING && to != PurchaseStatus.PENDING);
            }
        }
    }
}
