package ai.whatsflow.billing.purchase;

import ai.whatsflow.billing.plan.PackageVersion;
import ai.whatsflow.billing.plan.Packages;
import ai.whatsflow.billing.subscription.ActivateSubscription;
import ai.whatsflow.billing.subscription.Period;
import ai.whatsflow.billing.subscription.Subscriber;
import ai.whatsflow.platform.security.Account;
import ai.whatsflow.platform.security.AccountDirectory;
import java.util.Currency;
import org.springframework.stereotype.Component;

/** Gives the account what it has paid for, as the account is now. */
@Component
class EntitleBuyer {

    private final AccountDirectory directory;
    private final Packages packages;
    private final ActivateSubscription activateSubscription;

    EntitleBuyer(AccountDirectory directory, Packages packages, ActivateSubscription activateSubscription) {
        this.directory = directory;
        this.packages = packages;
        this.activateSubscription = activateSubscription;
    }

    Entitled entitle(Purchase purchase) {
        Account account = directory
                .find(purchase.accountId())
                .orElseThrow(() -> new IllegalStateException("unknown account " + purchase.accountId()));
        Subscriber subscriber = new Subscriber(
                account.id(), account.path(), Currency.getInstance(account.currency()), account.timeZone());
        PackageVersion bought =
                packages.find(purchase.packageId(), purchase.packageVersion()).orElseThrow();
        return new Entitled(subscriber, activateSubscription.activate(subscriber, bought, purchase.cycle()));
    }

    record Entitled(Subscriber subscriber, Period period) {}
}
