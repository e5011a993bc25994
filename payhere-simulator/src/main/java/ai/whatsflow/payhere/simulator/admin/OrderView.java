package ai.whatsflow.payhere.simulator.admin;

import ai.whatsflow.payhere.simulator.order.Order;
import ai.whatsflow.payhere.simulator.order.OrderStatus;
import org.jspecify.annotations.Nullable;

record OrderView(
        boolean simulated,
        String orderId,
        OrderStatus status,
        String amount,
        String currency,
        String items,
        @Nullable Long paymentId,
        String notifyUrl) {
    static OrderView of(Order order) {
        return new OrderView(
                true,
                order.orderId(),
                order.status(),
                order.amount().toPlainString(),
                order.currency(),
                order.items(),
                order.paymentId(),
                order.notifyUrl());
    }
}
