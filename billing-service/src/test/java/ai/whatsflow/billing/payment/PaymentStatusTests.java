package ai.whatsflow.billing.payment;

import static ai.whatsflow.billing.payment.PaymentStatus.CANCELLED;
import static ai.whatsflow.billing.payment.PaymentStatus.FAILED;
import static ai.whatsflow.billing.payment.PaymentStatus.PENDING;
import static ai.whatsflow.billing.payment.PaymentStatus.SUCCESS;
import static ai.whatsflow.billing.payment.PaymentStatus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaymentStatusTests {

    private static final Map<PaymentStatus, Set<PaymentStatus>> LEGAL = Map.of(
            PENDING, Set.of(UNKNOWN, SUCCESS, FAILED, CANCELLED),
            UNKNOWN, Set.of(PENDING, SUCCESS, FAILED, CANCELLED),
            FAILED, Set.of(SUCCESS),
            CANCELLED, Set.of(SUCCESS),
            SUCCESS, Set.of());

    @Test
    void neverLeavesSuccessAndSucceedsLateAtMost() {
        for (PaymentStatus from : PaymentStatus.values()) {
            for (PaymentStatus to : PaymentStatus.values()) {
                assertThat(from.canBecome(to))
                        .as(from + " to " + to)
                        .isEqualTo(LEGAL.get(from).contains(to));
            }
        }
    }

    @Test
    void showsUnknownAsPending() {
        assertThat(UNKNOWN.shown()).isEqualTo(PENDING);
        assertThat(SUCCESS.shown()).isEqualTo(SUCCESS);
    }
}
