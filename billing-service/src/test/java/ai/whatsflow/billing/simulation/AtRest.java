package ai.whatsflow.billing.simulation;

import static ai.whatsflow.billing.simulation.Promises.promise;

import ai.whatsflow.billing.invoice.Allocation;
import ai.whatsflow.billing.invoice.Invoice;
import ai.whatsflow.billing.invoice.InvoiceStatus;
import ai.whatsflow.billing.ledger.LedgerAccount;
import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.billing.messaging.BillingFacts;
import ai.whatsflow.billing.payment.Payment;
import ai.whatsflow.billing.payment.PaymentStatus;
import ai.whatsflow.billing.purchase.Purchase;
import ai.whatsflow.billing.purchase.PurchaseStatus;
import ai.whatsflow.billing.simulation.EventLog.Published;
import ai.whatsflow.platform.money.Money;
import ai.whatsflow.platform.outbox.OutboxEvent;
import ai.whatsflow.platform.security.Account;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** What holds once faults have ceased and nothing is due: our books say what happened in the world. */
final class AtRest {

    private static final Money NONE = Money.zero(Currency.getInstance("LKR"));

    private static final List<LedgerCode> WALLET = List.of(
            LedgerCode.WALLET_RECHARGED,
            LedgerCode.WALLET_GRANTED,
            LedgerCode.WALLET_HELD_RECHARGED,
            LedgerCode.WALLET_HELD_GRANTED);

    private final Books books;
    private final Promises promises;
    private final PayHereTruth payHere;
    private final Map<UUID, Redemption> redemptions;

    AtRest(Books books, Promises promises, PayHereTruth payHere, Map<UUID, Redemption> redemptions) {
        this.books = books;
        this.promises = promises;
        this.payHere = payHere;
        this.redemptions = redemptions;
    }

    void check(PayoutModel payout, List<Published> log) {
        for (Payment payment : books.payments().all()) {
            boolean open = payment.status() == PaymentStatus.PENDING || payment.status() == PaymentStatus.UNKNOWN;
            promise(
                    !open || payment.status() == PaymentStatus.UNKNOWN && payHere.hasOnlyUnfit(payment.id()),
                    "nothing stays open for ever",
                    payment.method(),
                    payment.status());
        }
        checkMoney();
        checkWallets();
        checkInvoices(payout, log);
        checkPaymentFacts(log);
    }

    private void checkMoney() {
        promise(
                promises.balance(LedgerAccount.of(LedgerCode.PAYHERE_CLEARING))
                        == payHere.captured(NONE).minor(),
                "clearing is what PayHere captured",
                payHere.captured(NONE));
        promise(
                promises.total(LedgerCode.VOUCHER_LIABILITY)
                        == sum(
                                redemptions.values(),
                                redemption -> redemption.value().minor()),
                "each redemption is credited once");
        promise(
                promises.total(LedgerCode.DEFERRED_REVENUE)
                        == -sum(
                                paid(purchase -> true),
                                purchase -> purchase.total().minor()),
                "what was sold is what was paid for");
        promise(
                promises.total(LedgerCode.SUBDEALER_RECEIVABLE)
                        == books.debts()
                                .outstanding(SimulatedDirectory.DEALER.id(), NONE)
                                .minor(),
                "the receivable is the open debts");
        promise(promises.total(LedgerCode.SUSPENSE) == 0, "suspended credit is placed once its account is known");
    }

    private void checkWallets() {
        for (Account account : SimulatedDirectory.CUSTOMERS) {
            long brought = received(account)
                    + sum(
                            redemptions.values(),
                            redemption -> redemption.accountId().equals(account.id())
                                    ? redemption.value().minor()
                                    : 0);
            long spent = sum(
                    paid(purchase -> purchase.accountId().equals(account.id())),
                    purchase -> purchase.total().minor());
            promise(
                    wallet(account) == brought - spent,
                    "an account has what it brought less what it bought",
                    account.name(),
                    wallet(account),
                    brought,
                    spent);
        }
        Account dealer = SimulatedDirectory.DEALER;
        long taken = sum(
                books.payments().all(),
                payment -> SimulatedDirectory.userOf(dealer).equals(payment.confirmedBy())
                        ? payment.amount().minor()
                        : 0);
        long owes = promises.balance(LedgerAccount.of(LedgerCode.SUBDEALER_RECEIVABLE, dealer.id()));
        promise(wallet(dealer) - owes == received(dealer) - taken, "the sub-dealer stands for what it has taken");
    }

    private void checkInvoices(PayoutModel payout, List<Published> log) {
        List<Invoice> paid = books.invoices().all().stream()
                .filter(invoice -> invoice.status() == InvoiceStatus.PAID)
                .toList();
        long begun = log.stream()
                .filter(published -> BillingFacts.isPaidAccess(published.event().type()))
                .map(Published::eventId)
                .distinct()
                .count();
        promise(begun == paid.size(), "a period began for every paid invoice", begun, paid.size());
        List<Invoice> below = paid.stream()
                .filter(invoice -> invoice.accountPath().contains(SimulatedDirectory.DEALER.id()))
                .toList();
        long earned =
                sum(below, invoice -> inMoney(invoice).percent(PayoutModel.RATE).minor());
        promise(
                sum(payout.commissions(), commission -> commission.amount().minor()) == earned,
                "commission is the arithmetic of what was paid in money");
        promise(
                promises.total(LedgerCode.COMMISSION_PAYABLE) == -earned
                        && promises.total(LedgerCode.COMMISSION_EXPENSE) == earned,
                "billing booked the commission that payout accrued");
        payout.commissions()
                .forEach(commission -> promise(
                        commission.cleared()
                                == books.invoices()
                                        .find(commission.invoiceId())
                                        .orElseThrow()
                                        .cleared(),
                        "payout knows what is cleared"));
    }

    /** A payment is told to have succeeded once, and nothing about it after that. */
    private void checkPaymentFacts(List<Published> log) {
        Set<UUID> seen = new HashSet<>();
        Set<String> succeeded = new HashSet<>();
        for (Published published : log) {
            OutboxEvent event = published.event();
            if (BillingFacts.isOfPayment(event) && seen.add(published.eventId())) {
                promise(
                        !succeeded.contains(event.key()),
                        "nothing is told of a payment after its success",
                        event.type());
                if (BillingFacts.isSuccess(event.type())) {
                    succeeded.add(event.key());
                }
            }
        }
        promise(
                succeeded.size()
                        == books.payments().all().stream()
                                .filter(payment -> payment.status() == PaymentStatus.SUCCESS)
                                .count(),
                "every success is told");
    }

    private static Money inMoney(Invoice invoice) {
        return invoice.allocations().stream()
                .filter(part -> part.source() != Allocation.Source.GRANTED_CREDIT)
                .map(Allocation::amount)
                .reduce(NONE, Money::plus);
    }

    private long received(Account account) {
        return payHere.capturedFor(account.id(), NONE).minor()
                + sum(
                        books.payments().all(),
                        payment -> payment.accountId().equals(account.id())
                                        && payment.status() == PaymentStatus.SUCCESS
                                        && payment.method().isManual()
                                ? payment.amount().minor()
                                : 0);
    }

    /** Free and held: what a payment of the wrong amount leaves open stays held. */
    private long wallet(Account account) {
        return WALLET.stream()
                .mapToLong(code -> -promises.balance(LedgerAccount.of(code, account.id())))
                .sum();
    }

    private List<Purchase> paid(Predicate<Purchase> which) {
        return books.purchases().all().stream()
                .filter(purchase -> purchase.status() == PurchaseStatus.PAID)
                .filter(which)
                .toList();
    }

    private static <T> long sum(Iterable<T> rows, ToLongFunction<T> minor) {
        long sum = 0;
        for (T row : rows) {
            sum += minor.applyAsLong(row);
        }
        return sum;
    }

    record Redemption(UUID accountId, Money value) {}
}
