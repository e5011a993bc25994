package ai.whatsflow.identity.account;

import ai.whatsflow.identity.IdentityProblem;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.platform.security.Tier;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
public class CloseAccount {

    private final ReachableAccount reachable;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    CloseAccount(ReachableAccount reachable, Accounts accounts, ApplicationEventPublisher events) {
        this.reachable = reachable;
        this.accounts = accounts;
        this.events = events;
    }

    /** By the owner, for good, once every account below is closed. Closing a closed account changes nothing. */
    @Transactional
    public Account close(Caller caller, UUID id) {
        if (caller.tier() != Tier.OWNER) {
            throw new ProblemException(PlatformProblem.FORBIDDEN, "Only the owner closes accounts.");
        }
        caller.require("accounts:delete");
        Account account = reachable.lock(caller, id);
        if (account.parentId() == null) {
            throw new ProblemException(IdentityProblem.OWN_ACCOUNT, "The root account stays.");
        }
        if (account.status() == AccountStatus.CLOSED) {
            return account;
        }
        if (accounts.hasOpenBelow(id)) {
            throw new ProblemException(IdentityProblem.ACCOUNT_HAS_OPEN_ACCOUNTS, "Close the accounts below first.");
        }
        Account closed = account.closed();
        accounts.update(closed);
        events.publishEvent(new AccountClosed(closed));
        return closed;
    }
}
