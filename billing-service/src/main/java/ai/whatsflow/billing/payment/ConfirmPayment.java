package ai.whatsflow.billing.payment;

import ai.whatsflow.billing.BillingProblem;
import ai.whatsflow.billing.account.AccountLock;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.platform.security.Tier;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Confirms by hand that a CASH, BANK or UPI payment has arrived: staff for anybody but their own account, a sub-dealer
 * for the customers below it. What a sub-dealer confirms it has taken, so it owes it.
 */
@Component
public class ConfirmPayment {

    private final Payments payments;
    private final AccountLock accounts;
    private final ConfirmedFunding confirmedFunding;
    private final SettlePayment settlePayment;

    ConfirmPayment(
            Payments payments, AccountLock accounts, ConfirmedFunding confirmedFunding, SettlePayment settlePayment) {
        this.payments = payments;
        this.accounts = accounts;
        this.confirmedFunding = confirmedFunding;
        this.settlePayment = settlePayment;
    }

    @Transactional
    public Payment confirm(Caller caller, UUID paymentId, String reference, @Nullable String note) {
        Payment found = payments.find(paymentId)
                .filter(payment -> caller.reaches(payment.accountId()))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such payment."));
        requireMayConfirm(caller, found);
        accounts.lock(found.accountId());
        Payment payment = payments.lock(paymentId);
        if (payment.status() != PaymentStatus.PENDING) {
            throw new ProblemException(
                            BillingProblem.PAYMENT_NOT_PENDING,
                            "This payment is " + payment.status().shown() + ".")
                    .with("status", payment.status().shown());
        }
        Funding funding = confirmedFunding.of(caller, payment);
        return settlePayment.settle(payment, Settlement.byPerson(caller.userId(), reference, note), funding);
    }

    private static void requireMayConfirm(Caller caller, Payment payment) {
        if (caller.accountId().equals(payment.accountId())) {
            throw new ProblemException(BillingProblem.OWN_PAYMENT, "Somebody above has to confirm this payment.");
        }
        if (!caller.isStaff() && caller.tier() != Tier.SUBDEALER) {
            throw new ProblemException(PlatformProblem.FORBIDDEN, "Staff or the sub-dealer above confirm payments.");
        }
        if (!payment.method().isManual()) {
            throw new ProblemException(
                    BillingProblem.PAYMENT_NOT_MANUAL, "Only CASH, BANK and UPI payments are confirmed by hand.");
        }
    }
}
