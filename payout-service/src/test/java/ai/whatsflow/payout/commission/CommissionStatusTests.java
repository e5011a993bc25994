package ai.whatsflow.payout.commission;

import static ai.whatsflow.payout.commission.CommissionStatus.PAYABLE;
import static ai.whatsflow.payout.commission.CommissionStatus.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommissionStatusTests {
    private static final Instant END = Instant.parse("2026-12-05T00:00:00Z");
    private static final UUID DEALER = new UUID(0, 1);

    @ParameterizedTest
    @CsvSource(textBlock = """
            from,    PENDING, PAYABLE, LOCKED, PAID
            PENDING, false,   true,    false,  false
            PAYABLE, false,   false,   true,   false
            LOCKED,  false,   true,    false,  true
            PAID,    false,   false,   false,  false
            """, useHeadersInDisplayName = true)
    void allowsExactlyTheseTransitions(
            CommissionStatus from, boolean pending, boolean payable, boolean locked, boolean paid) {
        boolean[] expected = {pending, payable, locked, paid};
        for (CommissionStatus next : CommissionStatus.values()) {
            assertThat(from.mayBecome(next)).as("%s to %s", from, next).isEqualTo(expected[next.ordinal()]);
        }
    }

    @Test
    void isPayableOnlyWhenTheWindowIsOverAndNobodyHoldsTheMoney() {
        assertStatus(END.minusNanos(1), null, null, PENDING);
        assertStatus(END, null, null, PAYABLE);
        assertStatus(END, DEALER, null, PENDING);
        assertStatus(END, DEALER, END, PAYABLE);
        assertStatus(END.minusNanos(1), DEALER, END, PENDING);
    }

    private static void assertStatus(
            Instant now, @Nullable UUID heldBy, @Nullable Instant clearedAt, CommissionStatus expected) {
        assertThat(Commission.statusAt(now, END, heldBy, clearedAt)).isEqualTo(expected);
    }
}
