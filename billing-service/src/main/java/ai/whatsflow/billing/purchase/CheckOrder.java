package ai.whatsflow.billing.purchase;

import ai.whatsflow.billing.BillingProblem;
import ai.whatsflow.billing.invoice.PaymentMethod;
import ai.whatsflow.billing.plan.PackageVersion;
import ai.whatsflow.billing.plan.Packages;
import ai.whatsflow.billing.plan.Visibility;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Account;
import ai.whatsflow.platform.security.AccountDirectory;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.platform.security.Tier;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Refuses what can't be bought, and splits the price of what can. */
@Component
class CheckOrder {

    private final AccountDirectory directory;
    private final Packages packages;

    CheckOrder(AccountDirectory directory, Packages packages) {
        this.directory = directory;
        this.packages = packages;
    }

    Quote check(Caller caller, Order order) {
        Account account = customer(caller, order.accountId() == null ? caller.accountId() : order.accountId());
        PackageVersion version = offered(caller, order.packageId());
        Money total = version.price(order.cycle());
        requireCurrency(account, total);
        Money walletPart = walletPart(order, total);
        Money moneyPart = total.minus(walletPart);
        if (walletPart.isPositive() && !caller.accountId().equals(account.id())) {
            throw new ProblemException(
                    BillingProblem.WALLET_NOT_YOURS, "Buy for a customer with GATEWAY, CASH, BANK or UPI.");
        }
        PaymentMethod method = moneyPart.isZero() ? PaymentMethod.WALLET : order.method();
        if (method == PaymentMethod.GATEWAY && order.payer() == null) {
            throw invalid("/payer", "is needed for GATEWAY");
        }
        return new Quote(account, version, method, walletPart, moneyPart);
    }

    private Account customer(Caller caller, UUID accountId) {
        caller.requireReach(accountId);
        Account account = directory
                .find(accountId)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND, "There is no such account."));
        if (account.tier() != Tier.CUSTOMER) {
            throw new ProblemException(BillingProblem.NOT_A_CUSTOMER, "Name a customer's account.")
                    .at("/accountId", "must be a customer's account");
        }
        return account;
    }

    private PackageVersion offered(Caller caller, UUID packageId) {
        boolean dealer = caller.isStaff() || caller.tier() == Tier.SUBDEALER;
        return packages.current(packageId)
                .filter(version -> dealer || version.terms().visibility() == Visibility.PUBLIC)
                .orElseThrow(() -> new ProblemException(BillingProblem.PACKAGE_UNKNOWN, "There is no such package."));
    }

    private static void requireCurrency(Account account, Money total) {
        if (!account.currency().equals(total.currency().getCurrencyCode())) {
            throw new ProblemException(
                    BillingProblem.CURRENCY_MISMATCH,
                    "The package is priced in " + total.currency() + ", the account uses " + account.currency() + ".");
        }
    }

    private static Money walletPart(Order order, Money total) {
        Money wanted = order.walletAmount();
        if (wanted != null && !wanted.currency().equals(total.currency())) {
            throw invalid("/walletAmount/currency", "must be " + total.currency());
        }
        if (wanted != null && (wanted.isNegative() || wanted.compareTo(total) > 0)) {
            throw invalid("/walletAmount/amount", "must be between zero and the price " + total.amount());
        }
        if (order.method() == PaymentMethod.WALLET) {
            if (wanted != null && !wanted.equals(total)) {
                throw invalid("/walletAmount/amount", "is the whole price when the method is WALLET");
            }
            return total;
        }
        return wanted == null ? Money.zero(total.currency()) : wanted;
    }

    private static ProblemException invalid(String pointer, String detail) {
        return new ProblemException(PlatformProblem.INVALID, "The purchase is not valid.").at(pointer, detail);
    }
}
