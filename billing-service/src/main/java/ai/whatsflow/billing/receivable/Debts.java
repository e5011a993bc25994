package ai.whatsflow.billing.receivable;

import ai.whatsflow.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What sub-dealers owe, oldest first, and which invoices were paid out of it. */
public abstract class Debts {

    abstract void insert(Debt debt, UUID customerId, UUID paymentId, DebtPurpose purpose, Instant now);

    /** The sub-dealer's open debts in a currency, oldest first, locked. */
    abstract List<Debt> lockOpen(UUID subDealerId, String currency);

    abstract void pay(Debt debt, Money part, Instant now);

    /**
     * Open debts through which this customer's wallet was filled. They can't clear before the transaction ends, so an
     * invoice that is linked to them is not forgotten.
     */
    public abstract List<Debt> openRechargesOf(UUID customerId);

    /** Remembers that an invoice was paid with money that is owed by these debts. */
    public abstract void link(UUID invoiceId, List<UUID> debtIds);

    /** Invoices of this debt that no open debt holds any more. */
    abstract List<UUID> clearedInvoices(UUID debtId);
}
