package ai.whatsflow.payhere.simulator.notification;

import ai.whatsflow.payhere.simulator.order.Order;
import java.math.BigDecimal;
import java.util.Objects;

/** What a notification says, apart from what is the same in each. */
record Notification(Order order, long paymentId, BigDecimal amount, String signature, Tampering tampering) {
    static Notification of(Order order, String signature) {
        long paymentId = Objects.requireNonNull(order.paymentId(), "an order without a result is never notified");
        return new Notification(order, paymentId, order.amount(), signature, Tampering.NONE);
    }

    Notification tamperedBy(Tampering tampering) {
        return switch (tampering) {
            case NONE -> this;
            case PAYMENT_ID -> new Notification(order, paymentId + 500_000_000L, amount, signature, tampering);
            case AMOUNT ->
                new Notification(order, paymentId, amount.movePointRight(1).setScale(2), signature, tampering);
            case SIGNATURE -> new Notification(order, paymentId, amount, "0".repeat(32), tampering);
        };
    }
}
