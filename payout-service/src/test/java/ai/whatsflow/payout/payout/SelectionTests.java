package ai.whatsflow.payout.payout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.payout.payout.Selection.Missed;
import ai.whatsflow.payout.payout.Selection.Picked;
import ai.whatsflow.payout.payout.Selection.TooMuch;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.test.Seeds;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectionTests {
    private static final Currency LKR = Currency.getInstance("LKR");

    @Test
    void picksEverythingWhenNoAmountIsNamed() {
        assertThat(select(null, 100, 250, 50)).isEqualTo(new Picked(commissions(100, 250, 50), money(400)));
    }

    @Test
    void picksTheOldestThatAddUpToTheAmount() {
        assertThat(select(350L, 100, 250, 50)).isEqualTo(new Picked(commissions(100, 250), money(350)));
    }

    @Test
    void saysWhichAmountsAreNearest() {
        assertThat(select(300L, 100, 250, 50)).isEqualTo(new Missed(money(100), money(350)));
        assertThat(select(99L, 100)).isEqualTo(new Missed(money(0), money(100)));
        assertThat(select(401L, 100, 250, 50)).isEqualTo(new TooMuch(money(400)));
    }

    @Test
    void findsEveryPrefix() {
        Seeds.check(500, random -> {
            long[] amounts = LongStream.generate(() -> 1 + random.nextLong(10_000))
                    .limit(1 + random.nextInt(20))
                    .toArray();
            int prefix = 1 + random.nextInt(amounts.length);
            long sum = Arrays.stream(amounts).limit(prefix).sum();
            assertThat(select(sum, amounts))
                    .isEqualTo(new Picked(commissions(amounts).subList(0, prefix), money(sum)));
        });
    }

    private static Selection select(@Nullable Long wanted, long... amounts) {
        return Selection.of(commissions(amounts), LKR, wanted == null ? null : money(wanted));
    }

    private static List<PayableCommission> commissions(long... amounts) {
        return IntStream.range(0, amounts.length)
                .mapToObj(i -> new PayableCommission(new UUID(0, i), money(amounts[i]), Instant.EPOCH.plusSeconds(i)))
                .toList();
    }

    private static Money money(long minor) {
        return new Money(minor, LKR);
    }
}
