package ai.whatsflow.payout.payout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayoutStatusTests {
    @ParameterizedTest
    @CsvSource(textBlock = """
            from,     PENDING, APPROVED, PAID,  REJECTED
            PENDING,  false,   true,     false, true
            APPROVED, false,   false,    true,  true
            PAID,     false,   false,    false, false
            REJECTED, false,   false,    false, false
            """, useHeadersInDisplayName = true)
    void allowsExactlyTheseTransitions(
            PayoutStatus from, boolean pending, boolean approved, boolean paid, boolean rejected) {
        boolean[] expected = {pending, approved, paid, rejected};
        for (PayoutStatus next : PayoutStatus.values()) {
            assertThat(from.mayBecome(next)).as("%s to %s", from, next).isEqualTo(expected[next.ordinal()]);
        }
    }
}
