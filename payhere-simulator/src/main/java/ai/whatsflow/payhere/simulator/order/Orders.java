package ai.whatsflow.payhere.simulator.order;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Repository;

/** All orders, in memory and in the journal. Writers are serialised; a change counts once it is on the disk. */
@Repository
public class Orders {
    private static final long FIRST_PAYMENT_ID = 320_025_000_001L;

    private final Map<String, Order> byId = new ConcurrentSkipListMap<>();
    private final OrderJournal journal;
    private final Clock clock;
    private long nextPaymentId = FIRST_PAYMENT_ID;

    Orders(OrderJournal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
        for (Order order : journal.read()) {
            byId.put(order.orderId(), order);
            if (order.paymentId() != null) {
                nextPaymentId = Math.max(nextPaymentId, order.paymentId() + 1);
            }
        }
    }

    /** Opens the order, or answers false when it already has a result. An open one may be posted again. */
    public synchronized boolean open(Order order) {
        Order known = byId.get(order.orderId());
        if (known != null && known.status() != OrderStatus.OPEN) {
            return false;
        }
        keep(order);
        return true;
    }

    public synchronized Settlement settle(String orderId, OrderStatus wanted) {
        Order order = byId.get(orderId);
        if (order == null) {
            return new Settlement.UnknownOrder(orderId);
        }
        if (order.status() == wanted) {
            return new Settlement.Settled(order, true);
        }
        if (!order.status().mayBecome(wanted)) {
            return new Settlement.Refused(order, wanted);
        }
        Order settled = order.become(wanted, paymentIdFor(order), clock.instant());
        keep(settled);
        return new Settlement.Settled(settled, false);
    }

    public Optional<Order> find(String orderId) {
        return Optional.ofNullable(byId.get(orderId));
    }

    public Totals totals(String currency) {
        List<BigDecimal> captured = byId.values().stream()
                .filter(order -> order.status() == OrderStatus.RECEIVED
                        && order.currency().equals(currency))
                .map(Order::amount)
                .toList();
        return new Totals(captured.stream().reduce(new BigDecimal("0.00"), BigDecimal::add), captured.size());
    }

    private long paymentIdFor(Order order) {
        Long known = order.paymentId();
        return known == null || order.status() == OrderStatus.FAILED ? nextPaymentId++ : known;
    }

    private void keep(Order order) {
        try {
            journal.append(order);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        byId.put(order.orderId(), order);
    }
}
