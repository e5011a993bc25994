package ai.whatsflow.billing.purchase;

import ai.whatsflow.billing.invoice.Allocation;
import ai.whatsflow.billing.invoice.Allocations;
import ai.whatsflow.billing.invoice.Invoice;
import ai.whatsflow.billing.invoice.SettleInvoice;
import ai.whatsflow.billing.payment.Funding;
import ai.whatsflow.billing.receivable.Debt;
import ai.whatsflow.billing.receivable.Debts;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Issues the paid invoice and notes whether a sub-dealer still holds its money: because it took this payment, or
 * because it took the money that had filled the wallet.
 */
@Component
class BillPurchase {

    private final SettleInvoice settleInvoice;
    private final Debts debts;

    BillPurchase(SettleInvoice settleInvoice, Debts debts) {
        this.settleInvoice = settleInvoice;
        this.debts = debts;
    }

    Invoice bill(Purchase purchase, EntitleBuyer.Entitled entitled, Allocations allocations, Funding funding) {
        List<UUID> owed = new ArrayList<>();
        @Nullable UUID heldBy = funding.heldBy();
        if (funding.debtId() != null) {
            owed.add(funding.debtId());
        }
        if (allocations.spends(Allocation.Source.RECHARGED_CREDIT)) {
            for (Debt debt : debts.openRechargesOf(purchase.accountId())) {
                owed.add(debt.id());
                heldBy = heldBy == null ? debt.subDealerId() : heldBy;
            }
        }
        Invoice invoice = settleInvoice.settle(
                purchase.invoiceId(),
                entitled.subscriber().path(),
                entitled.period().start(),
                entitled.period().end(),
                allocations,
                heldBy);
        debts.link(invoice.id(), owed);
        return invoice;
    }
}
