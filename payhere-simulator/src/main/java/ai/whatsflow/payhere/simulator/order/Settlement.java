package ai.whatsflow.payhere.simulator.order;

/** What became of an attempt to give an order a result. */
public sealed interface Settlement {
    /** The order has this status now, or had it before: then nothing was captured again. */
    record Settled(Order order, boolean repeated) implements Settlement {}

    record UnknownOrder(String orderId) implements Settlement {}

    record Refused(Order order, OrderStatus wanted) implements Settlement {}
}
