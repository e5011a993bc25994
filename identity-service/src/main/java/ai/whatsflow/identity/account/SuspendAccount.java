package ai.whatsflow.identity.account;

import ai.whatsflow.identity.IdentityProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
public class SuspendAccount {

    private final ReachableAccount reachable;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    SuspendAccount(ReachableAccount reachable, Accounts accounts, ApplicationEventPublisher events) {
        this.reachable = reachable;
        this.accounts = accounts;
        this.events = events;
    }

    /** Suspending a suspended account changes nothing, unless staff take over the suspension from a sub-dealer. */
    @Transactional
    public Account suspend(Caller caller, UUID id) {
        caller.require("accounts:update");
        Account account = reachable.lock(caller, id);
        if (account.id().equals(caller.accountId()) || account.parentId() == null) {
            throw new ProblemException(IdentityProblem.OWN_ACCOUNT, "Nobody suspends their own account.");
        }
        return switch (account.status()) {
            case CLOSED -> throw new ProblemException(IdentityProblem.ACCOUNT_CLOSED, "It can't be suspended.");
            case SUSPENDED -> takesOver(caller, account) ? suspend(account, caller) : account;
            case ACTIVE -> suspend(account, caller);
        };
    }

    private static boolean takesOver(Caller caller, Account account) {
        return caller.isStaff() && !caller.accountId().equals(account.suspendedBy());
    }

    private Account suspend(Account account, Caller by) {
        Account suspended = account.suspended(by.accountId());
        accounts.update(suspended);
        events.publishEvent(new AccountSuspended(suspended));
        return suspended;
    }
}
