package ai.whatsflow.billing.simulation;

import ai.whatsflow.billing.ledger.LedgerFaults;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.payment.PaymentFaults;
import ai.whatsflow.billing.payment.PaymentProvider;
import ai.whatsflow.billing.payment.payhere.SimulatedPayHere;
import ai.whatsflow.billing.purchase.PurchaseFaults;
import ai.whatsflow.billing.wallet.WalletFaults;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.support.GenericApplicationContext;

/** A mistake that somebody could make: one component is planted in place of the real one. */
enum PlantedFault {
    FORGET_THE_INBOX("inbox", ForgetfulInbox.class),
    REORDER_THE_OUTBOX("events", ReorderingLog.class),
    MOVE_THE_CURSOR_FIRST("events", HastyLog.class),
    SETTLE_FROM_THE_NOTIFICATION(payHere -> new PaymentFaults.SettlesFromNotice(payHere.provider())),
    IGNORE_THE_AMOUNT(SimulatedPayHere::providerThatIgnoresAmounts),
    SKIP_THE_UNIQUE_PROVIDER_PAYMENT("inMemoryPayments", PaymentFaults.SettlesOneCaptureTwice.class),
    GO_BACK_FROM_SUCCESS("giveUpPayment", PaymentFaults.GoesBackFromSuccess.class),
    TAKE_UNKNOWN_FOR_FAILURE("applyOutcome", PaymentFaults.TakesUnknownForFailure.class),
    DECIDE_WITHOUT_THE_LOCK("resolveAttempt", PaymentFaults.AppliesToWhatItRead.class),
    MISS_A_SECOND_CAPTURE("creditSurplus", PaymentFaults.MissesTheSecondCapture.class),
    WAIT_FOR_EVER("reminders", PaymentFaults.WaitsForEver.class),
    FORGET_WHAT_ENDED("reminders", PaymentFaults.LooksNoMore.class),
    GIVE_UP_BY_THE_CLOCK("reminders", PaymentFaults.GivesUpByTheClock.class),
    REVIVE_AN_ENDED_PURCHASE("purchaseOfPackage", PurchaseFaults.RevivesWhatEnded.class),
    RELEASE_A_HOLD_TWICE("releaseHold", WalletFaults.ReleasesTwice.class),
    CAPTURE_A_HOLD_TWICE("captureHold", WalletFaults.CapturesTwice.class),
    LEAVE_A_HOLD_OPEN("inMemoryWalletHolds", WalletFaults.LeavesHoldsOpen.class),
    POST_ONE_LEG("inMemoryJournal", LedgerFaults.PostsOneLeg.class),
    COUNT_A_VOUCHER_TWICE("inMemoryJournal", LedgerFaults.PostsAgain.class);

    private final Consumer<GenericApplicationContext> planting;

    PlantedFault(String place, Class<?> planted) {
        this.planting = context -> context.registerBean(place, planted);
    }

    PlantedFault(Function<SimulatedPayHere, PaymentProvider> provider) {
        this.planting = context -> context.registerBean(
                "provider", PaymentProvider.class, () -> provider.apply(context.getBean(SimulatedPayHere.class)));
    }

    void plant(GenericApplicationContext context) {
        planting.accept(context);
    }

    private static final class ForgetfulInbox extends SimulatedInbox {

        ForgetfulInbox(InMemoryDatabase database) {
            super(database);
        }

        @Override
        boolean claim(String group, UUID eventId) {
            super.claim(group, eventId);
            return true;
        }
    }

    private static final class ReorderingLog extends EventLog {

        ReorderingLog(InMemoryDatabase database) {
            super(database);
        }

        @Override
        void publish(List<Long> due) {
            super.publish(due.reversed());
        }
    }

    /** A relay that notes what it is about to publish as published. */
    private static final class HastyLog extends EventLog {

        HastyLog(InMemoryDatabase database) {
            super(database);
        }

        @Override
        void carry(List<Long> due, Runnable inBetween) {
            move(due);
            inBetween.run();
            publish(due);
        }
    }
}
