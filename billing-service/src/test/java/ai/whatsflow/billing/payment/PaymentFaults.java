package ai.whatsflow.billing.payment;

import ai.whatsflow.billing.account.AccountLock;
import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** What could have been written in place of the payment package's own; the simulation has to notice. */
public final class PaymentFaults {

    private PaymentFaults() {}

    /** Believes a notification of success instead of asking. */
    public record SettlesFromNotice(PaymentProvider real) implements PaymentProvider {

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public LedgerCode clearing() {
            return real.clearing();
        }

        @Override
        public Checkout checkout(Payment attempt, Payer payer, String item) {
            return real.checkout(attempt, payer, item);
        }

        @Override
        public Optional<ProviderNotice> authenticate(Map<String, String> form) {
            return real.authenticate(form);
        }

        @Override
        public ChargeOutcome inquire(Payment attempt, @Nullable ProviderNotice latest) {
            return latest != null && latest.status() == ProviderNotice.Status.SUCCESS
                    ? new ChargeOutcome.Captured(
                            List.of(new ChargeOutcome.Capture(latest.claimedId(), attempt.amount())))
                    : real.inquire(attempt, latest);
        }
    }

    /** Has no unique provider payment id. */
    public static final class SettlesOneCaptureTwice extends InMemoryPayments {

        SettlesOneCaptureTwice(InMemoryDatabase database) {
            super(database);
        }

        @Override
        Optional<Payment> settledBy(String provider, String providerPaymentId) {
            return Optional.empty();
        }
    }

    /** Takes a late failure for the end of what has settled. */
    public static final class GoesBackFromSuccess extends GiveUpPayment {

        private final InMemoryPayments payments;

        GoesBackFromSuccess(InMemoryPayments payments, Purposes purposes, PaymentEvents events, Reminders reminders) {
            super(payments, purposes, events, reminders);
            this.payments = payments;
        }

        @Override
        void declined(Payment payment, String reason) {
            if (payment.status() == PaymentStatus.SUCCESS) {
                payments.put(payment, PaymentStatus.FAILED, reason, payment.asks(), null);
            } else {
                super.declined(payment, reason);
            }
        }
    }

    /** Gives up an attempt whose provider does not answer. */
    public static final class TakesUnknownForFailure extends ApplyOutcome {

        private final Payments payments;

        TakesUnknownForFailure(
                Payments payments,
                PaymentProviders providers,
                SettlePayment settlePayment,
                CreditSurplus creditSurplus,
                GiveUpPayment giveUpPayment,
                Reminders reminders) {
            super(payments, providers, settlePayment, creditSurplus, giveUpPayment, reminders);
            this.payments = payments;
        }

        @Override
        void apply(Payment payment, ChargeOutcome outcome, boolean notified) {
            if (outcome instanceof ChargeOutcome.Unknown unknown) {
                super.apply(payment, new ChargeOutcome.Declined(unknown.reason()), notified);
                payments.stopAsking(payment.id());
            } else {
                super.apply(payment, outcome, notified);
            }
        }
    }

    /** Decides before it has the locks, on what it read then. */
    public static final class AppliesToWhatItRead extends ResolveAttempt {

        private final Payments payments;
        private final PaymentTriggers triggers;
        private final PaymentProviders providers;
        private final AccountLock accounts;
        private final ApplyOutcome applyOutcome;
        private final TransactionTemplate transaction;

        AppliesToWhatItRead(
                Payments payments,
                PaymentTriggers triggers,
                PaymentProviders providers,
                AccountLock accounts,
                ApplyOutcome applyOutcome,
                TransactionTemplate transaction) {
            super(payments, triggers, providers, accounts, applyOutcome, transaction);
            this.payments = payments;
            this.triggers = triggers;
            this.providers = providers;
            this.accounts = accounts;
            this.applyOutcome = applyOutcome;
            this.transaction = transaction;
        }

        @Override
        void resolve(UUID paymentId, boolean notified) {
            Payment read = payments.find(paymentId).orElseThrow();
            ChargeOutcome outcome =
                    providers.of(read).inquire(read, triggers.latest(paymentId).orElse(null));
            transaction.executeWithoutResult(status -> {
                accounts.lock(read.accountId());
                applyOutcome.apply(read, outcome, notified);
            });
        }
    }

    /** Asks about an attempt only while it is open. */
    public static final class LooksNoMore extends Reminders {

        private final Payments payments;

        LooksNoMore(Payments payments, PaymentProperties properties, MeterRegistry metrics, Clock clock) {
            super(payments, properties, metrics, clock);
            this.payments = payments;
        }

        @Override
        void lastLook(Payment payment) {
            payments.stopAsking(payment.id());
        }
    }

    /** Takes silence for an end: two weeks after its time an ended attempt is asked for no more. */
    public static final class GivesUpByTheClock extends Reminders {

        private final Payments payments;
        private final PaymentProperties properties;
        private final Clock clock;

        GivesUpByTheClock(Payments payments, PaymentProperties properties, MeterRegistry metrics, Clock clock) {
            super(payments, properties, metrics, clock);
            this.payments = payments;
            this.properties = properties;
            this.clock = clock;
        }

        @Override
        void later(Payment payment, PaymentStatus openStatus, @Nullable String reason, boolean notified) {
            Instant twoWeeksLate =
                    payment.expiresAt().plus(properties.inFlightTimeToLive().multipliedBy(2));
            if (!payment.status().isOpen() && clock.instant().isAfter(twoWeeksLate)) {
                payments.stopAsking(payment.id());
            } else {
                super.later(payment, openStatus, reason, notified);
            }
        }
    }

    /** Waits for ever for what the provider once said to be under way. */
    public static final class WaitsForEver extends Reminders {

        WaitsForEver(Payments payments, PaymentProperties properties, MeterRegistry metrics, Clock clock) {
            super(payments, properties, metrics, clock);
        }

        @Override
        boolean isOver(Payment payment, boolean inFlight) {
            return !inFlight && super.isOver(payment, false);
        }
    }

    /** Takes a second payment of one checkout for the first one again. */
    public static final class MissesTheSecondCapture extends CreditSurplus {

        MissesTheSecondCapture(
                Payments payments,
                PaymentProviders providers,
                SettlePayment settlePayment,
                MeterRegistry metrics,
                Clock clock) {
            super(payments, providers, settlePayment, metrics, clock);
        }

        @Override
        void credit(Payment settled, ChargeOutcome.Capture capture) {
            // nothing is booked
        }
    }
}
