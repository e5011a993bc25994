package ai.whatsflow.billing.simulation;

import ai.whatsflow.billing.payment.payhere.SimulatedPayHere.Taken;
import ai.whatsflow.platform.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What PayHere's retrieval answers: the truth of some moment, up to an hour late, or nothing, or something that does
 * not fit.
 */
final class Retrieval {

    private static final Duration LATEST = Duration.ofHours(1);

    private final Random random;
    private final Clock clock;
    private final PayHereTruth truth;
    private final Chances chances;
    private final Predicate<String> booked;
    private final Runnable others;

    Retrieval(
            Random random,
            Clock clock,
            PayHereTruth truth,
            Chances chances,
            Predicate<String> booked,
            Runnable others) {
        this.random = random;
        this.clock = clock;
        this.truth = truth;
        this.chances = chances;
        this.booked = booked;
        this.others = others;
    }

    List<Taken> answer(String orderId) {
        List<Taken> early = truth.of(orderId);
        chances.maybeCrash();
        if (chances.happens(35)) {
            others.run();
        }
        List<Taken> answer = chances.happens(50) ? early : truth.of(orderId);
        return chances.happens(25) ? distorted(orderId, answer) : answer;
    }

    private List<Taken> distorted(String orderId, List<Taken> answer) {
        return switch (random.nextInt(6)) {
            case 0 -> throw new IllegalStateException("no answer");
            case 1 -> late(answer);
            case 2 -> each(answer, taken -> shown(taken, "another", taken.amount()));
            case 3 ->
                each(
                        answer,
                        taken -> shown(
                                taken, orderId, Money.ofMinor(taken.amount().minor(), "USD")));
            case 4 -> each(answer, taken -> shown(taken, orderId, taken.amount().times(3)));
            default -> anothers(orderId, answer);
        };
    }

    /** The payment of another order that has settled, shown as this one's. */
    private List<Taken> anothers(String orderId, List<Taken> answer) {
        return truth.bookedElsewhere(orderId, booked).stream()
                .findFirst()
                .map(taken -> List.of(shown(taken, orderId, truth.amountOf(orderId))))
                .orElse(answer);
    }

    private List<Taken> late(List<Taken> answer) {
        Instant seen = clock.instant().minus(LATEST);
        return answer.stream().filter(taken -> taken.at().isBefore(seen)).toList();
    }

    private static Taken shown(Taken taken, String orderId, Money amount) {
        return new Taken(taken.paymentId(), orderId, amount, taken.at());
    }

    private static List<Taken> each(List<Taken> answer, UnaryOperator<Taken> change) {
        return answer.stream().map(change).toList();
    }
}
