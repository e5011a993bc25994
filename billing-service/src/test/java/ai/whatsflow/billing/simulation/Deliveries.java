package ai.whatsflow.billing.simulation;

import ai.whatsflow.billing.simulation.AtRest.Redemption;
import ai.whatsflow.billing.simulation.PayoutModel.Commission;
import ai.whatsflow.platform.outbox.OutboxEvent;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** The relay and the consumer groups: everything arrives, some of it several times. */
final class Deliveries {

    private static final String REDEEMED = "voucher.redemption.redeemed.v1";

    private final EventLog events;
    private final Random random;
    private final Chances chances;
    private final List<Group> groups;

    Deliveries(Billing billing, UseCases useCases, Random random, Chances chances) {
        this.events = billing.get(EventLog.class);
        this.random = random;
        this.chances = chances;
        SimulatedInbox inbox = billing.get(SimulatedInbox.class);
        TransactionTemplate transaction = billing.get(TransactionTemplate.class);
        PayoutModel payout = billing.get(PayoutModel.class);
        this.groups = List.of(
                new Group("payout", events, inbox, transaction, payout::handle),
                new Group("billing.vouchers", events, inbox, transaction, event -> redeem(useCases, event)),
                new Group("billing.payouts", events, inbox, transaction, event -> record(useCases, event)));
    }

    void redeemed(UUID id, Redemption redemption) {
        events.publish(new OutboxEvent("voucher.redemption", id.toString(), REDEEMED, id.toString(), redemption));
    }

    void relay() {
        events.relay(chances::maybeCrash);
    }

    void deliver() {
        Group group = groups.get(random.nextInt(groups.size()));
        if (random.nextInt(4) == 0) {
            group.rewind(1 + random.nextInt(6));
        }
        group.poll(1 + random.nextInt(10));
        chances.maybeCrash();
    }

    /** Until nothing is left; what consumers publish in turn is delivered too. */
    void everything() {
        boolean more = true;
        while (more) {
            more = events.relay(() -> {});
            for (Group group : groups) {
                more |= group.isBehind();
                group.poll(Integer.MAX_VALUE / 2);
            }
        }
    }

    private static void redeem(UseCases useCases, OutboxEvent event) {
        if (event.type().equals(REDEEMED) && event.payload() instanceof Redemption redemption) {
            useCases.redeemCredit().redeem(UUID.fromString(event.key()), redemption.accountId(), redemption.value());
        }
    }

    private static void record(UseCases useCases, OutboxEvent event) {
        if (event.type().equals(PayoutModel.ACCRUED) && event.payload() instanceof Commission commission) {
            useCases.recordCommission().record(commission.id(), SimulatedDirectory.DEALER.id(), commission.amount());
        }
    }
}
