package ai.whatsflow.identity.account;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds an account for somebody: those outside the caller's subtree are not there. */
@Component
public class ReachableAccount {

    private final Accounts accounts;

    ReachableAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    public Account get(Caller caller, UUID id) {
        return accounts.find(id)
                .filter(account -> caller.isStaff() || account.path().contains(caller.accountId()))
                .orElseThrow(() ->
                        new ProblemException(PlatformProblem.NOT_FOUND, "There is no such account, or not yours."));
    }

    /** The account under a row lock, if the caller reaches it. */
    Account lock(Caller caller, UUID id) {
        return accounts.lock(get(caller, id).id());
    }
}
