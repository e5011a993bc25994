package ai.whatsflow.billing.payment;

import ai.whatsflow.billing.account.AccountLock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the provider what became of an attempt and acts on the answer. The question is asked outside of any transaction;
 * the answer is applied under the locks of account and payment, so any number of questions at once settle it once.
 */
@Component
class ResolveAttempt {

    private final Payments payments;
    private final PaymentTriggers triggers;
    private final PaymentProviders providers;
    private final AccountLock accounts;
    private final ApplyOutcome applyOutcome;
    private final TransactionTemplate transaction;

    ResolveAttempt(
            Payments payments,
            PaymentTriggers triggers,
            PaymentProviders providers,
            AccountLock accounts,
            ApplyOutcome applyOutcome,
            TransactionTemplate transaction) {
        this.payments = payments;
        this.triggers = triggers;
        this.providers = providers;
        this.accounts = accounts;
        this.applyOutcome = applyOutcome;
        this.transaction = transaction;
    }

    /** @param notified whether a notification asked for it; then the schedule of questions begins anew */
    void resolve(UUID paymentId, boolean notified) {
        Payment attempt = payments.find(paymentId).orElseThrow();
        ChargeOutcome outcome = providers
                .of(attempt)
                .inquire(attempt, triggers.latest(paymentId).orElse(null));
        transaction.executeWithoutResult(status -> {
            accounts.lock(attempt.accountId());
            applyOutcome.apply(payments.lock(paymentId), outcome, notified);
        });
    }
}
