package ai.whatsflow.payhere.simulator.admin;

import ai.whatsflow.payhere.simulator.notification.Delivery;
import ai.whatsflow.payhere.simulator.order.OrderStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code repeated}: the order had this result before, so it was only notified again and nothing was captured. */
record PayResult(
        boolean simulated,
        String orderId,
        @Nullable Long paymentId,
        OrderStatus status,
        boolean repeated,
        List<Delivery> notifications) {}
