package ai.whatsflow.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.test.Seeds;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AllocationsTests {

    private static final UUID PAYMENT = UUID.randomUUID();

    @Test
    void collectsMoneyAndRechargedCreditButNoGrantedCredit() {
        Allocations paid = Allocations.of(lkr("500.00"), lkr("250.00"), lkr("4250.00"), PaymentMethod.GATEWAY, PAYMENT);

        assertThat(paid.collected(lkr("5000.00"), lkr("0.00"))).isEqualTo(lkr("4500.00"));
        assertThat(paid.covers(lkr("5000.00"))).isTrue();
        assertThat(paid.covers(lkr("5000.01"))).isFalse();
    }

    @Test
    void collectsWithoutTheTaxThatIsInIt() {
        Allocations paid = Allocations.of(lkr("0.00"), lkr("0.00"), lkr("118.00"), PaymentMethod.CASH, PAYMENT);

        assertThat(paid.collected(lkr("118.00"), lkr("18.00"))).isEqualTo(lkr("100.00"));
    }

    @Test
    void collectsNothingOfWhatWasAllGranted() {
        Allocations paid = Allocations.of(lkr("10.00"), lkr("0.00"), lkr("0.00"), PaymentMethod.WALLET, PAYMENT);

        assertThat(paid.parts()).hasSize(1);
        assertThat(paid.collected(lkr("10.00"), lkr("1.50"))).isEqualTo(lkr("0.00"));
    }

    @Test
    void partsAlwaysAddUpAndNeverCollectMoreThanTheNetPrice() {
        Seeds.check(500, random -> {
            Money granted = Money.ofMinor(random.nextInt(100_000), "LKR");
            Money recharged = Money.ofMinor(random.nextInt(100_000), "LKR");
            Money money = Money.ofMinor(1 + random.nextInt(100_000), "LKR");
            Money total = granted.plus(recharged).plus(money);
            Money tax = Money.ofMinor(random.nextLong(total.minor() + 1), "LKR");

            Allocations paid = Allocations.of(granted, recharged, money, PaymentMethod.UPI, PAYMENT);

            assertThat(paid.covers(total)).isTrue();
            assertThat(paid.collected(total, tax).minor())
                    .isBetween(0L, total.minus(tax).minor());
            assertThat(paid.parts()).noneMatch(part -> part.amount().isZero());
        });
    }

    private static Money lkr(String amount) {
        return Money.of(amount, "LKR");
    }
}
