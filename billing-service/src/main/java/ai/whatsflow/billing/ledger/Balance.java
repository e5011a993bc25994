package ai.whatsflow.billing.ledger;

import ai.whatsflow.platform.money.Money;

/** What one account stands at: debits positive, credits negative. */
public record Balance(LedgerAccount account, Money amount) {}
