package ai.whatsflow.payhere.simulator.checkout;

import ai.whatsflow.payhere.simulator.order.Order;

sealed interface CheckoutOutcome {
    record Opened(Order order) implements CheckoutOutcome {}

    record Refused(Refusal refusal, String detail) implements CheckoutOutcome {}
}
