package ai.whatsflow.billing.simulation;

import ai.whatsflow.billing.payment.payhere.SimulatedPayHere;
import ai.whatsflow.billing.payment.payhere.SimulatedPayHere.Taken;
import ai.whatsflow.billing.simulation.PayHereTruth.Order;
import ai.whatsflow.platform.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Payers at PayHere's page, and the notifications about them: none, one or several, in any order, at any time.
 */
final class PayerModel {

    /** After this long nobody can pay at an old page any more. */
    private static final Duration PAGE_CLOSES = Duration.ofDays(3);

    private final Random random;
    private final PayHereTruth truth;
    private final List<Map<String, String>> notices = new ArrayList<>();

    PayerModel(Random random, PayHereTruth truth) {
        this.random = random;
        this.truth = truth;
    }

    String act(Instant now) {
        List<Order> orders = truth.orders();
        if (orders.isEmpty()) {
            return "nobody pays";
        }
        Order order = orders.get(random.nextInt(orders.size()));
        if (now.isAfter(order.until().plus(PAGE_CLOSES))) {
            return "nobody pays";
        }
        int chance = random.nextInt(20);
        if (chance < 11) {
            Taken taken = truth.take(order, order.amount(), now);
            tell(order, taken.paymentId(), SimulatedPayHere.CAPTURED);
            return "a payer pays " + order.amount();
        }
        if (chance < 12) {
            Taken taken = truth.take(order, other(order.amount()), now);
            tell(order, taken.paymentId(), SimulatedPayHere.CAPTURED);
            return "a payer pays " + taken.amount() + " for " + order.amount();
        }
        String status = chance < 15
                ? SimulatedPayHere.DECLINED
                : chance < 17 ? SimulatedPayHere.CANCELLED : SimulatedPayHere.PENDING;
        tell(order, "0", status);
        return "a payer gets status " + status;
    }

    /** The next notification to arrive, possibly to come again. */
    Map<String, String> next() {
        int index = random.nextInt(notices.size());
        Map<String, String> form = new HashMap<>(notices.get(index));
        if (random.nextInt(3) > 0) {
            notices.remove(index);
        }
        if (random.nextInt(8) == 0) {
            form.put("payment_id", "999" + random.nextInt(1000));
        }
        return form;
    }

    boolean hasNotices() {
        return !notices.isEmpty();
    }

    /** Somebody without the secret. */
    Map<String, String> forged(Order order) {
        Map<String, String> form = new HashMap<>(
                SimulatedPayHere.notice(order.id().toString(), order.amount(), "666", SimulatedPayHere.CAPTURED));
        form.put("md5sig", "0".repeat(32));
        return form;
    }

    private void tell(Order order, String paymentId, String status) {
        int copies = random.nextInt(3);
        if (copies > 0) {
            Map<String, String> form =
                    SimulatedPayHere.notice(order.id().toString(), order.amount(), paymentId, status);
            notices.addAll(Collections.nCopies(copies, form));
        }
    }

    private Money other(Money amount) {
        return random.nextBoolean() ? amount.plus(amount) : new Money(amount.minor() / 2 + 1, amount.currency());
    }
}
