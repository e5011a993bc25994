package ai.whatsflow.billing.simulation;

import ai.whatsflow.billing.invoice.InMemoryInvoices;
import ai.whatsflow.billing.ledger.InMemoryJournal;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.payment.InMemoryPaymentTriggers;
import ai.whatsflow.billing.payment.InMemoryPayments;
import ai.whatsflow.billing.purchase.InMemoryPurchases;
import ai.whatsflow.billing.receivable.InMemoryDebts;
import ai.whatsflow.billing.subscription.InMemorySubscriptions;
import ai.whatsflow.billing.wallet.InMemoryWalletHolds;

/** What the promises are checked on. */
record Books(
        InMemoryDatabase database,
        InMemoryPayments payments,
        InMemoryPaymentTriggers triggers,
        InMemoryPurchases purchases,
        InMemoryInvoices invoices,
        InMemoryJournal journal,
        InMemoryWalletHolds holds,
        InMemoryDebts debts,
        InMemorySubscriptions subscriptions) {

    static Books of(Billing billing) {
        return new Books(
                billing.get(InMemoryDatabase.class),
                billing.get(InMemoryPayments.class),
                billing.get(InMemoryPaymentTriggers.class),
                billing.get(InMemoryPurchases.class),
                billing.get(InMemoryInvoices.class),
                billing.get(InMemoryJournal.class),
                billing.get(InMemoryWalletHolds.class),
                billing.get(InMemoryDebts.class),
                billing.get(InMemorySubscriptions.class));
    }
}
