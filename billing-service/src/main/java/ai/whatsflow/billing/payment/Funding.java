package ai.whatsflow.billing.payment;

import ai.whatsflow.billing.ledger.LedgerAccount;
import ai.whatsflow.billing.ledger.LedgerCode;
import ai.whatsflow.billing.ledger.Leg;
import ai.whatsflow.platform.money.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the money of a settled payment is.
 *
 * @param debits the legs that receive it
 * @param heldBy the sub-dealer that still owes it, or null
 * @param debtId that sub-dealer's debt, or null
 */
public record Funding(
        List<Leg> debits, @Nullable UUID heldBy, @Nullable UUID debtId) {

    /** No money: all of it is credit that is held already. */
    public static Funding credit() {
        return new Funding(List.of(), null, null);
    }

    static Funding in(LedgerCode code, Money amount) {
        return new Funding(List.of(Leg.debit(LedgerAccount.of(code), amount)), null, null);
    }
}
