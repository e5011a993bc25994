package ai.whatsflow.payhere.simulator.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStatusTests {
    @ParameterizedTest
    @CsvSource(textBlock = """
            from,         OPEN,  PENDING, RECEIVED, CANCELLED, FAILED, CHARGEBACKED
            OPEN,         false, true,    true,     true,      true,   false
            PENDING,      false, true,    true,     true,      true,   false
            RECEIVED,     false, false,   false,    false,     false,  true
            CANCELLED,    false, false,   false,    false,     false,  false
            FAILED,       false, true,    true,     true,      true,   false
            CHARGEBACKED, false, false,   false,    false,     false,  false
            """, useHeadersInDisplayName = true)
    void allowsExactlyTheseTransitions(
            OrderStatus from,
            boolean open,
            boolean pending,
            boolean received,
            boolean cancelled,
            boolean failed,
            boolean chargedBack) {
        boolean[] expected = {open, pending, received, cancelled, failed, chargedBack};
        for (OrderStatus next : OrderStatus.values()) {
            assertThat(from.mayBecome(next)).as("%s to %s", from, next).isEqualTo(expected[next.ordinal()]);
        }
    }
}
