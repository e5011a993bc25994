package ai.whatsflow.billing.payment;

import ai.whatsflow.billing.account.AccountLock;
import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.billing.memory.InMemoryDatabase;
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

    /** Ends whatever there is, also what has settled. */
    public static final class GoesBackFromSuccess extends GiveUpPayment {

        private final InMemoryPayments payments;

        GoesBackFromSuccess(InMemoryPayments payments, Purposes purposes, PaymentEvents events, Reminders reminders) {
            super(payments, purposes, events, reminders);
            this.payments = payments;
        }

        @Override
        void declined(Payment payment, String reason) {
            payments.put(payment, PaymentStatus.FAILED, reason, payment.asks(), null);
        }
    }

    /** Gives up an attempt whose provider does not answer. */
    public static final class TakesUnknownForFailure extends ApplyOutcome {

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

        private final Payments payments;

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

    /** Closes a trigger when it takes it: who crashes then has lost it. */
    public static final class ForgetsTriggers extends InMemoryPaymentTriggers {

        ForgetsTriggers(InMemoryDatabase database) {
            super(database);
        }

        @Override
        public List<Trigger> claimDue(Instant now, Instant leaseEnd, int limit) {
            List<Trigger> due = super.claimDue(now, leaseEnd, limit);
            due.forEach(trigger -> done(trigger, now));
            return due;
        }
    }

    /** Asks about an attempt only while it is open. */
    public static final class LooksNoMore extends Reminders {

        private final Payments payments;

        LooksNoMore(
                Payments payments,
                PaymentProperties properties,
                io.micrometer.core.instrument.MeterRegistry metrics,
                Clock clock) {
            super(payments, properties, metrics, clock);
            this.payments = payments;
        }

        @Override
        void lastLook(Payment payment) {
            payments.stopAsking(payment.id());
        }
    }
}
