package ai.whatsflow.billing.payment;

import ai.whatsflow.billing.account.AccountLock;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives up manual payments that nobody confirmed in time. Gateway payments are given up by their provider's answer. */
@Component
public class ExpirePayments {

    private static final int BATCH = 100;

    private final Payments payments;
    private final GiveUpPayment giveUpPayment;
    private final AccountLock accounts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExpirePayments(
            Payments payments,
            GiveUpPayment giveUpPayment,
            AccountLock accounts,
            TransactionTemplate transaction,
            Clock clock) {
        this.payments = payments;
        this.giveUpPayment = giveUpPayment;
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
    }

    public void expire() {
        payments.overdue(clock.instant(), BATCH)
                .forEach(paymentId -> transaction.executeWithoutResult(status -> expire(paymentId)));
    }

    private void expire(UUID paymentId) {
        accounts.lock(payments.find(paymentId).orElseThrow().accountId());
        Payment payment = payments.lock(paymentId);
        if (payment.status() == PaymentStatus.PENDING) {
            giveUpPayment.expired(payment);
        }
    }
}
