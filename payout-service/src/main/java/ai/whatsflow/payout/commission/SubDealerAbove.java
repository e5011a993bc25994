package ai.whatsflow.payout.commission;

import ai.whatsflow.platform.security.Account;
import ai.whatsflow.platform.security.AccountDirectory;
import ai.whatsflow.platform.security.Tier;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds who earns on a customer: the nearest sub-dealer above it. Nobody earns on their own purchases. */
@Component
class SubDealerAbove {
    private final AccountDirectory accounts;

    SubDealerAbove(AccountDirectory accounts) {
        this.accounts = accounts;
    }

    /** @throws AccountsBehindException if an account that decides is not known yet */
    Optional<UUID> find(List<UUID> pathToCustomer) {
        for (int i = pathToCustomer.size() - 2; i >= 0; i--) {
            UUID id = pathToCustomer.get(i);
            Account account = accounts.find(id).orElseThrow(() -> new AccountsBehindException(id));
            if (account.tier() == Tier.SUBDEALER) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }
}
