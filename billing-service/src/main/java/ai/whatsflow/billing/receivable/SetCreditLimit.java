package ai.whatsflow.billing.receivable;

import ai.whatsflow.billing.account.AccountLock;
import ai.whatsflow.platform.money.Money;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says how much a sub-dealer may owe. A limit below what is owed only stops more. */
@Component
public class SetCreditLimit {

    private final CreditLimits limits;
    private final AccountLock accounts;

    SetCreditLimit(CreditLimits limits, AccountLock accounts) {
        this.limits = limits;
        this.accounts = accounts;
    }

    @Transactional
    public CreditLimit set(UUID subDealerId, Money limit, UUID by) {
        accounts.lock(subDealerId);
        limits.put(subDealerId, limit, by);
        return limits.of(subDealerId, limit.currency());
    }
}
