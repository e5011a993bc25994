package ai.whatsflow.billing.recharge;

import ai.whatsflow.billing.BillingProblem;
import ai.whatsflow.billing.invoice.PaymentMethod;
import ai.whatsflow.billing.payment.Checkout;
import ai.whatsflow.billing.payment.OpenPayment;
import ai.whatsflow.billing.payment.Payer;
import ai.whatsflow.billing.payment.Payment;
import ai.whatsflow.billing.payment.PaymentType;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Account;
import ai.whatsflow.platform.security.AccountDirectory;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.platform.security.Tier;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens an attempt to fill a wallet with money. */
@Component
public class StartRecharge {

    private final AccountDirectory directory;
    private final OpenPayment openPayment;

    StartRecharge(AccountDirectory directory, OpenPayment openPayment) {
        this.directory = directory;
        this.openPayment = openPayment;
    }

    @Transactional
    public Started start(Caller caller, UUID accountId, Money amount, PaymentMethod method, @Nullable Payer payer) {
        caller.requireReach(accountId);
        Account account = directory
                .find(accountId)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such account."));
        check(account, amount, method, payer);
        Payment payment = openPayment.open(accountId, account.path(), PaymentType.RECHARGE, method, amount, null);
        return new Started(payment, openPayment.checkout(payment, payer, "Wallet recharge"));
    }

    private static void check(Account account, Money amount, PaymentMethod method, @Nullable Payer payer) {
        if (account.tier() != Tier.CUSTOMER && account.tier() != Tier.SUBDEALER) {
            throw new ProblemException(BillingProblem.NO_WALLET, "Customers and sub-dealers have wallets.");
        }
        if (!account.currency().equals(amount.currency().getCurrencyCode())) {
            throw new ProblemException(BillingProblem.CURRENCY_MISMATCH, "The account uses " + account.currency() + ".")
                    .at("/amount/currency", "must be " + account.currency());
        }
        if (!amount.isPositive()) {
            throw invalid("/amount/amount", "must be more than zero");
        }
        if (method == PaymentMethod.WALLET) {
            throw invalid("/method", "a wallet is not filled from a wallet");
        }
        if (method == PaymentMethod.GATEWAY && payer == null) {
            throw invalid("/payer", "is needed for GATEWAY");
        }
    }

    private static ProblemException invalid(String pointer, String detail) {
        return new ProblemException(PlatformProblem.INVALID, "The recharge is not valid.").at(pointer, detail);
    }

    /** @param checkout the form for the provider's page, or null if none is needed */
    public record Started(Payment payment, @Nullable Checkout checkout) {}
}
