package ai.whatsflow.billing.simulation;

import ai.whatsflow.billing.payment.payhere.SimulatedPayHere.Taken;
import ai.whatsflow.platform.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** What happened at PayHere, whatever it tells. */
final class PayHereTruth {

    private final Map<UUID, Order> orders = new LinkedHashMap<>();
    private long ids = 320_025_071_000L;

    Order open(UUID id, UUID accountId, Money amount, Instant until) {
        Order order = new Order(id, accountId, amount, until, new ArrayList<>());
        orders.put(id, order);
        return order;
    }

    List<Order> orders() {
        return List.copyOf(orders.values());
    }

    boolean hasOnlyUnfit(UUID orderId) {
        Order order = orders.get(orderId);
        return order != null
                && !order.taken.isEmpty()
                && order.taken.stream().noneMatch(taken -> taken.amount().equals(order.amount));
    }

    Taken take(Order order, Money amount, Instant now) {
        Taken taken = new Taken(Long.toString(++ids), order.id.toString(), amount, now);
        order.taken.add(taken);
        return taken;
    }

    List<Taken> of(String orderId) {
        Order order = orders.get(UUID.fromString(orderId));
        return order == null ? List.of() : List.copyOf(order.taken);
    }

    Money amountOf(String orderId) {
        return orders.get(UUID.fromString(orderId)).amount;
    }

    /** Payments of other orders that have been booked. */
    List<Taken> bookedElsewhere(String orderId, Predicate<String> booked) {
        return orders.values().stream()
                .flatMap(order -> order.taken.stream())
                .filter(taken -> !taken.orderId().equals(orderId) && booked.test(taken.paymentId()))
                .toList();
    }

    /** Money that settles: a payment of the wrong amount is for people to sort out. */
    Money captured(Money none) {
        return orders.values().stream().map(order -> order.captured()).reduce(none, Money::plus);
    }

    Money capturedFor(UUID accountId, Money none) {
        return orders.values().stream()
                .filter(order -> order.accountId.equals(accountId))
                .map(Order::captured)
                .reduce(none, Money::plus);
    }

    record Order(UUID id, UUID accountId, Money amount, Instant until, List<Taken> taken) {

        Money captured() {
            return amount.times(
                    taken.stream().filter(each -> each.amount().equals(amount)).count());
        }
    }
}
