package ai.whatsflow.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MoneyTests {

    private final JsonMapper mapper =
            JsonMapper.builder().addModule(new MoneyJacksonModule()).build();

    @ParameterizedTest
    @CsvSource({
        "149.50, LKR, 14950",
        "149.5, LKR, 14950",
        "0, LKR, 0",
        "-0.01, LKR, -1",
        "1500, JPY, 1500",
        "1.234, KWD, 1234"
    })
    void countsMinorUnitsByTheExponentOfTheCurrency(String amount, String currency, long minor) {
        assertThat(Money.of(amount, currency)).isEqualTo(Money.ofMinor(minor, currency));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".", "1.", ".5", "1,000.00", "1e3", "1.005", " 1", "0x1", "NaN", "99999999999999999999"
            })
    void refusesWhatIsNotAPlainAmountOfTheCurrency(String amount) {
        assertThatThrownBy(() -> Money.of(amount, "LKR")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void splitsByLargestRemainderWithTiesByIndex() {
        assertThat(Money.ofMinor(10_000, "LKR").allocate(1, 1, 1).stream().map(Money::minor))
                .containsExactly(3334L, 3333L, 3333L);
        assertThat(Money.ofMinor(-100, "LKR").allocate(1, 1, 1).stream().map(Money::minor))
                .containsExactly(-34L, -33L, -33L);
    }

    @Test
    void partsAlwaysAddUpToTheWholeAndAreAtMostOneUnitOff() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            Money whole = Money.ofMinor(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), "LKR");
            long[] weights = random.longs(1 + random.nextInt(12), 0, 1_000_000).toArray();
            weights[0]++;
            long sum = 0;
            List<Money> parts = whole.allocate(weights);
            BigDecimal total =
                    BigDecimal.valueOf(java.util.Arrays.stream(weights).sum());
            for (int i = 0; i < weights.length; i++) {
                sum += parts.get(i).minor();
                BigDecimal exact = BigDecimal.valueOf(whole.minor())
                        .multiply(BigDecimal.valueOf(weights[i]))
                        .divide(total, 6, RoundingMode.HALF_UP);
                assertThat(exact.subtract(BigDecimal.valueOf(parts.get(i).minor()))
                                .abs())
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(BigDecimal.ONE);
            }
            assertThat(sum).as("seed %d", seed).isEqualTo(whole.minor());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "25600.00, 10.00, 2560.00",
        "0.05, 10.00, 0.01",
        "0.04, 10.00, 0.00",
        "99.99, 12.50, 12.50",
        "-0.05, 10, -0.01"
    })
    void roundsAPercentageHalfUpOnce(String amount, String percent, String expected) {
        assertThat(Money.of(amount, "LKR").percent(new BigDecimal(percent))).isEqualTo(Money.of(expected, "LKR"));
    }

    @Test
    void neverMixesCurrenciesAndNeverOverflowsSilently() {
        Money rupees = Money.of("1.00", "LKR");
        assertThatThrownBy(() -> rupees.plus(Money.of("1.00", "USD"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rupees.compareTo(Money.of("1.00", "USD")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.ofMinor(Long.MAX_VALUE, "LKR").plus(rupees))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void readsAndWritesTheAmountAsText() {
        Money money = Money.of("149.50", "LKR");
        String json = "{\"amount\":\"149.50\",\"currency\":\"LKR\"}";
        assertThat(mapper.writeValueAsString(money)).isEqualTo(json);
        assertThat(mapper.readValue(json, Money.class)).isEqualTo(money);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":149.50,\"currency\":\"LKR\"}",
                "{\"amount\":\"149.50\"}",
                "\"149.50\"",
                "{}",
                "{\"amount\":\"1\",\"currency\":\"QQQ\"}",
                "{\"amount\":\"1\",\"currency\":\"XAU\"}"
            })
    void refusesOtherShapes(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, Money.class))
                .isInstanceOf(tools.jackson.core.JacksonException.class);
    }
}
