package ai.whatsflow.payout.commission;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.payout.plan.CommissionPlan;
import ai.whatsflow.payout.plan.CommissionRate;
import ai.whatsflow.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EarnedCommissionTests {
    private static final Instant PAID = Instant.parse("2026-11-21T10:00:00Z");
    private static final UUID DEALER = new UUID(0, 2);
    private static final UUID CUSTOMER = new UUID(0, 3);

    @Test
    void keepsTheRateAndTheEndOfTheWindow() {
        Commission commission = EarnedCommission.of(invoice("4500.00", null, true), plan(14), new UUID(0, 9), PAID)
                .orElseThrow();

        assertThat(commission.rate()).hasToString("10.00");
        assertThat(commission.amount()).isEqualTo(Money.of("450.00", "LKR"));
        assertThat(commission.refundableUntil()).isEqualTo("2026-12-05T10:00:00Z");
        assertThat(commission.status()).isEqualTo(CommissionStatus.PENDING);
    }

    @Test
    void isPayableAtOnceWithoutAWindow() {
        assertThat(EarnedCommission.of(invoice("4500.00", null, true), plan(0), new UUID(0, 9), PAID))
                .hasValueSatisfying(
                        commission -> assertThat(commission.status()).isEqualTo(CommissionStatus.PAYABLE));
    }

    @Test
    void waitsWhileTheSubDealerHoldsTheMoney() {
        assertThat(EarnedCommission.of(invoice("4500.00", DEALER, false), plan(0), new UUID(0, 9), PAID))
                .hasValueSatisfying(
                        commission -> assertThat(commission.status()).isEqualTo(CommissionStatus.PENDING));
        assertThat(EarnedCommission.of(invoice("4500.00", DEALER, true), plan(0), new UUID(0, 9), PAID))
                .hasValueSatisfying(
                        commission -> assertThat(commission.status()).isEqualTo(CommissionStatus.PAYABLE));
    }

    @Test
    void earnsNothingOnNothing() {
        assertThat(EarnedCommission.of(invoice("0.00", null, true), plan(0), new UUID(0, 9), PAID))
                .isEmpty();
        assertThat(EarnedCommission.of(invoice("0.04", null, true), plan(0), new UUID(0, 9), PAID))
                .isEmpty();
    }

    private static PaidInvoice invoice(String collected, @Nullable UUID heldBy, boolean cleared) {
        return new PaidInvoice(
                new UUID(0, 4),
                CUSTOMER,
                List.of(new UUID(0, 1), DEALER, CUSTOMER),
                Money.of(collected, "LKR"),
                heldBy,
                cleared,
                PAID);
    }

    private static CommissionPlan plan(int days) {
        return new CommissionPlan(
                DEALER, 1, new CommissionRate(new BigDecimal("10.00")), days, new UUID(0, 7), PAID.minusSeconds(60));
    }
}
