package ai.whatsflow.billing.receivable;

import ai.whatsflow.billing.ledger.Balances;
import ai.whatsflow.billing.memory.InMemory;
import ai.whatsflow.billing.memory.InMemoryDatabase;
import ai.whatsflow.billing.memory.Table;
import ai.whatsflow.platform.money.Money;
import java.util.Currency;
import java.util.UUID;

@InMemory
class InMemoryCreditLimits extends CreditLimits {

    private final Table<UUID, Money> rows;

    InMemoryCreditLimits(InMemoryDatabase database, Balances balances) {
        super(balances);
        this.rows = database.table();
    }

    @Override
    Money limit(UUID subDealerId, Currency currency) {
        return rows.find(subDealerId)
                .filter(limit -> limit.currency().equals(currency))
                .orElse(Money.zero(currency));
    }

    @Override
    void put(UUID subDealerId, Money limit, UUID by) {
        rows.put(subDealerId, limit);
    }
}
