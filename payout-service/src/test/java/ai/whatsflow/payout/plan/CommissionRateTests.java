package ai.whatsflow.payout.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.test.Seeds;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommissionRateTests {
    @ParameterizedTest
    @CsvSource({
        "4500.00, 10.00, 450.00",
        "0.05, 10.00, 0.01",
        "0.04, 10.00, 0.00",
        "149.50, 12.50, 18.69",
        "149.50, 5.00, 7.48",
        "99.99, 15.00, 15.00",
        "33.33, 7.77, 2.59",
        "10.10, 5.00, 0.51"
    })
    void roundsHalfUpOnce(String base, String rate, String amount) {
        assertThat(rate(rate).of(Money.of(base, "LKR"))).isEqualTo(Money.of(amount, "LKR"));
    }

    @ParameterizedTest
    @CsvSource({"JPY, 1005, 10.00, 101", "KWD, 1.005, 10.00, 0.101"})
    void roundsToTheMinorUnitOfTheCurrency(String currency, String base, String rate, String amount) {
        assertThat(rate(rate).of(Money.of(base, currency))).isEqualTo(Money.of(amount, currency));
    }

    /** amount = floor((2 × base × rate + 10000) / 20000), in whole numbers, with the rate in hundredths of a percent. */
    @Test
    void agreesWithWholeNumberArithmetic() {
        Seeds.check(5_000, random -> {
            long base = random.nextLong(1_000_000_000_000L);
            int hundredths = 500 + random.nextInt(1_001);
            BigInteger expected = BigInteger.valueOf(base)
                    .multiply(BigInteger.valueOf(2L * hundredths))
                    .add(BigInteger.valueOf(10_000))
                    .divide(BigInteger.valueOf(20_000));

            Money amount = new CommissionRate(BigDecimal.valueOf(hundredths, 2)).of(Money.ofMinor(base, "LKR"));

            assertThat(amount.minor()).isEqualTo(expected.longValueExact());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.99", "15.01", "0", "-5.00", "100", "5.001"})
    void refusesOtherRates(String percent) {
        assertThatIllegalArgumentException().isThrownBy(() -> rate(percent));
    }

    @Test
    void showsTwoDecimals() {
        assertThat(rate("5")).hasToString("5.00").isEqualTo(rate("5.0"));
    }

    private static CommissionRate rate(String percent) {
        return new CommissionRate(new BigDecimal(percent));
    }
}
