package ai.whatsflow.billing.receivable;

import ai.whatsflow.billing.ledger.Leg;
import java.util.UUID;

/** How a sub-dealer stands for a customer's money that it says it has taken. */
public sealed interface SubDealerFunding {

    /** Out of its wallet: the owner already has the money. */
    record Prepaid(Leg debit) implements SubDealerFunding {}

    /** On its account: the owner gets the money later. */
    record Owed(Leg debit, UUID debtId) implements SubDealerFunding {}

    /** Neither: its wallet holds too little and its limit is used up. */
    record LimitExceeded(CreditLimit limit) implements SubDealerFunding {}
}
