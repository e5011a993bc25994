package ai.whatsflow.billing.simulation;

import ai.whatsflow.billing.invoice.Allocation;
import ai.whatsflow.billing.invoice.Invoice;
import ai.whatsflow.billing.invoice.InvoiceStatus;
import ai.whatsflow.billing.ledger.Entry;
import ai.whatsflow.billing.ledger.EntryKind;
import ai.whatsflow.billing.ledger.LedgerAccount;
import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.billing.ledger.Leg;
import ai.whatsflow.billing.payment.Payment;
import ai.whatsflow.billing.payment.PaymentStatus;
import ai.whatsflow.billing.purchase.Purchase;
import ai.whatsflow.billing.purchase.PurchaseStatus;
import ai.whatsflow.platform.money.Money;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What holds after every commit, read from the rows and from a projection of the journal of its own. */
final class Promises {

    private static final Set<EntryKind> OF_PAYMENTS =
            Set.of(EntryKind.PURCHASE, EntryKind.RECHARGE, EntryKind.LATE_PAYMENT);
    private static final Set<LedgerCode> NEVER_DEBIT = Set.of(
            LedgerCode.WALLET_RECHARGED,
            LedgerCode.WALLET_GRANTED,
            LedgerCode.WALLET_HELD_RECHARGED,
            LedgerCode.WALLET_HELD_GRANTED);

    private final Books books;
    private final Map<UUID, Payment> ended = new HashMap<>();
    private final Map<UUID, PurchaseStatus> purchases = new HashMap<>();
    private final Map<LedgerAccount, Long> balances = new HashMap<>();
    private final Map<LedgerCode, Long> totals = new EnumMap<>(LedgerCode.class);
    private final Set<UUID> booked = new HashSet<>();
    private int entries;
    private long checked = -1;

    Promises(Books books) {
        this.books = books;
    }

    long balance(LedgerAccount account) {
        return balances.getOrDefault(account, 0L);
    }

    long total(LedgerCode code) {
        return totals.getOrDefault(code, 0L);
    }

    /** Most commits write nothing; what held before them still holds. */
    void check() {
        long changes = books.database().changes();
        if (changes != checked) {
            checkAll();
            checked = changes;
        }
    }

    private void checkAll() {
        Collection<Entry> journal = books.journal().entries();
        journal.stream().skip(entries).forEach(this::read);
        entries = journal.size();
        Set<String> captures = new HashSet<>();
        for (Payment payment : books.payments().all()) {
            check(payment);
            promise(
                    payment.providerPaymentId() == null || captures.add(payment.providerPaymentId()),
                    "one payment of the provider settles one attempt");
        }
        long held = 0;
        for (Purchase purchase : books.purchases().all()) {
            check(purchase);
            held += purchase.status() == PurchaseStatus.PENDING
                    ? purchase.walletPart().minor()
                    : 0;
        }
        promise(
                -total(LedgerCode.WALLET_HELD_GRANTED) - total(LedgerCode.WALLET_HELD_RECHARGED) == held,
                "what is held is what open purchases have set aside");
    }

    private void read(Entry entry) {
        long sum = 0;
        for (Leg leg : entry.legs()) {
            sum += leg.amount().minor();
            long balance = balances.merge(leg.account(), leg.amount().minor(), Long::sum);
            totals.merge(leg.account().code(), leg.amount().minor(), Long::sum);
            promise(balance <= 0 || !NEVER_DEBIT.contains(leg.account().code()), "no wallet is below zero", entry);
        }
        promise(sum == 0, "every posting sums to zero", entry);
        if (OF_PAYMENTS.contains(entry.kind())) {
            promise(booked.add(entry.reference()), "a payment is booked once");
        }
    }

    private void check(Payment payment) {
        Payment before = ended.get(payment.id());
        boolean success = payment.status() == PaymentStatus.SUCCESS;
        if (before != null) {
            promise(
                    before.status() == payment.status() || success && before.status() != PaymentStatus.SUCCESS,
                    "a payment never goes backwards",
                    before.status(),
                    payment.status());
            promise(
                    before.status() != PaymentStatus.SUCCESS
                            || before.settledAt() == payment.settledAt()
                                    && before.providerPaymentId() == payment.providerPaymentId(),
                    "a payment settles once");
        }
        if (payment.status() != PaymentStatus.PENDING && payment.status() != PaymentStatus.UNKNOWN) {
            ended.put(payment.id(), payment);
        }
        promise(success == booked.contains(payment.id()), "a payment is booked when it settles", payment.status());
    }

    private void check(Purchase purchase) {
        PurchaseStatus before = purchases.put(purchase.id(), purchase.status());
        promise(
                before == null || before == PurchaseStatus.PENDING || before == purchase.status(),
                "a purchase ends once",
                purchase);
        boolean paid = purchase.status() == PurchaseStatus.PAID;
        boolean open = purchase.status() == PurchaseStatus.PENDING;
        if (purchase.holdId() != null) {
            String expected = open ? "HELD" : paid ? "CAPTURED" : "RELEASED";
            String hold = books.holds().status(purchase.holdId());
            promise(expected.equals(hold), "a hold ends with its purchase", purchase.status(), hold);
        }
        Invoice invoice = books.invoices().find(purchase.invoiceId()).orElseThrow();
        InvoiceStatus expected = open ? InvoiceStatus.DRAFT : paid ? InvoiceStatus.PAID : InvoiceStatus.VOID;
        promise(invoice.status() == expected, "an invoice ends with its purchase", purchase.status(), invoice.status());
        if (paid) {
            Payment payment = books.payments().find(purchase.paymentId()).orElseThrow();
            promise(payment.status() == PaymentStatus.SUCCESS, "what is paid has a payment that settled");
            Money covered = invoice.allocations().stream()
                    .map(Allocation::amount)
                    .reduce(Money.zero(invoice.net().currency()), Money::plus);
            promise(covered.equals(invoice.total()), "a paid invoice is covered");
            promise(
                    invoice.cleared() != books.debts().holds(invoice.id()),
                    "an invoice is cleared when no debt holds its money");
        }
    }

    static void promise(boolean kept, String promise, Object... what) {
        if (!kept) {
            throw new Violation(what.length == 0 ? promise : promise + ": " + List.of(what));
        }
    }
}
