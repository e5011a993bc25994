package ai.whatsflow.billing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnualPriceTests {

    @ParameterizedTest
    @CsvSource({
        "1500.00, LKR, 15300.00",
        "4999.99, LKR, 50999.90",
        "3333.33, LKR, 33999.97",
        "0.01, LKR, 0.10",
        "0.04, LKR, 0.41",
        "149.50, USD, 1524.90",
        "105, JPY, 1071",
        "7, JPY, 71",
        "1.234, KWD, 12.587"
    })
    void isTwelveMonthsLess15PercentRoundedOnce(String monthly, String currency, String annual) {
        assertThat(AnnualPrice.of(Money.of(monthly, currency))).isEqualTo(Money.of(annual, currency));
    }
}
