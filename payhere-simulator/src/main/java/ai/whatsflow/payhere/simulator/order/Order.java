package ai.whatsflow.payhere.simulator.order;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One order of the merchant. {@code amount} always has two decimals; {@code paymentId} is set with the first result. */
public record Order(
        String orderId,
        BigDecimal amount,
        String currency,
        String items,
        String notifyUrl,
        String returnUrl,
        String cancelUrl,
        String custom1,
        String custom2,
        Payer payer,
        OrderStatus status,
        @Nullable Long paymentId,
        Instant changedAt) {

    Order become(OrderStatus next, long paymentId, Instant at) {
        return new Order(
                orderId, amount, currency, items, notifyUrl, returnUrl, cancelUrl, custom1, custom2, payer, next,
                paymentId, at);
    }
}
