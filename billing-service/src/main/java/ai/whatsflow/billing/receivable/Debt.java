package ai.whatsflow.billing.receivable;

import ai.whatsflow.platform.money.Money;
import java.util.UUID;

/** Money of a customer that a sub-dealer has taken and still owes. */
public record Debt(UUID id, UUID subDealerId, Money outstanding) {}
