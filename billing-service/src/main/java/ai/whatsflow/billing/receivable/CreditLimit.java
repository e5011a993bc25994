package ai.whatsflow.billing.receivable;

import ai.whatsflow.platform.money.Money;
import java.util.UUID;

/** How much a sub-dealer may owe, and owes. */
public record CreditLimit(UUID subDealerId, Money limit, Money owed) {

    boolean allows(Money more) {
        return owed.plus(more).compareTo(limit) <= 0;
    }
}
