package ai.whatsflow.identity.account;

import ai.whatsflow.identity.IdentityProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
public class ReinstateAccount {

    private final ReachableAccount reachable;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    ReinstateAccount(ReachableAccount reachable, Accounts accounts, ApplicationEventPublisher events) {
        this.reachable = reachable;
        this.accounts = accounts;
        this.events = events;
    }

    /** Reinstating an active account changes nothing; a suspension from above is not undone from below. */
    @Transactional
    public Account reinstate(Caller caller, UUID id) {
        caller.require("accounts:update");
        Account account = reachable.lock(caller, id);
        return switch (account.status()) {
            case CLOSED -> throw new ProblemException(IdentityProblem.ACCOUNT_CLOSED, "It can't be reinstated.");
            case ACTIVE -> account;
            case SUSPENDED -> {
                if (!caller.isStaff() && !caller.accountId().equals(account.suspendedBy())) {
                    throw new ProblemException(
                            IdentityProblem.SUSPENDED_FROM_ABOVE, "Ask the owner to reinstate this account.");
                }
                Account reinstated = account.reinstated();
                accounts.update(reinstated);
                events.publishEvent(new AccountReinstated(reinstated));
                yield reinstated;
            }
        };
    }
}
