package ai.whatsflow.billing.purchase;

import ai.whatsflow.billing.Ids;
import ai.whatsflow.billing.account.AccountLock;
import ai.whatsflow.billing.payment.Checkout;
import ai.whatsflow.billing.payment.OpenPayment;
import ai.whatsflow.billing.payment.Payment;
import ai.whatsflow.billing.payment.PaymentType;
import ai.whatsflow.billing.payment.SettlePayment;
import ai.whatsflow.platform.security.Account;
import ai.whatsflow.platform.security.Caller;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a checkout and takes the place of the one that is open. The wallet part is held at once; what is wholly paid
 * from the wallet is settled at once.
 */
@Component
public class StartPurchase {

    private final CheckOrder checkOrder;
    private final AccountLock accounts;
    private final Purchases purchases;
    private final PreparePurchase prepare;
    private final OpenPayment openPayment;
    private final SettlePayment settlePayment;
    private final Clock clock;

    StartPurchase(
            CheckOrder checkOrder,
            AccountLock accounts,
            Purchases purchases,
            PreparePurchase prepare,
            OpenPayment openPayment,
            SettlePayment settlePayment,
            Clock clock) {
        this.checkOrder = checkOrder;
        this.accounts = accounts;
        this.purchases = purchases;
        this.prepare = prepare;
        this.openPayment = openPayment;
        this.settlePayment = settlePayment;
        this.clock = clock;
    }

    @Transactional
    public Started start(Caller caller, Order order) {
        Quote quote = checkOrder.check(caller, order);
        Account account = quote.account();
        accounts.lock(account.id());
        prepare.supersede(account.id());
        UUID holdId = prepare.hold(account.id(), quote.walletPart());
        UUID invoiceId = prepare.draft(quote, order.cycle());
        boolean byWallet = quote.moneyPart().isZero();
        Payment payment = openPayment.open(
                account.id(),
                account.path(),
                PaymentType.PURCHASE,
                quote.method(),
                byWallet ? quote.walletPart() : quote.moneyPart(),
                invoiceId);
        Purchase purchase = new Purchase(
                Ids.next(),
                account.id(),
                caller.userId(),
                quote.version().packageId(),
                quote.version().version(),
                order.cycle(),
                quote.method(),
                quote.walletPart(),
                quote.moneyPart(),
                PurchaseStatus.PENDING,
                holdId,
                invoiceId,
                payment.id(),
                clock.instant(),
                null);
        purchases.insert(purchase);
        if (byWallet) {
            settlePayment.settleWithCredit(payment);
        }
        return new Started(
                purchases.find(purchase.id()).orElseThrow(),
                openPayment.checkout(
                        payment, order.payer(), quote.version().terms().name()));
    }

    /** @param checkout the form for the provider's page, or null if none is needed */
    public record Started(Purchase purchase, @Nullable Checkout checkout) {}
}
