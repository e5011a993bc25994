package ai.whatsflow.identity.account;

import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.platform.security.Tier;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The owner registers sub-dealers; the owner and sub-dealers register customers below themselves. */
@Component
public class RegisterAccount {

    private final ReachableAccount reachable;
    private final OpenAccount openAccount;

    RegisterAccount(ReachableAccount reachable, OpenAccount openAccount) {
        this.reachable = reachable;
        this.openAccount = openAccount;
    }

    @Transactional
    public AccountOpening register(Caller caller, NewAccount wanted, @Nullable UUID parentId) {
        caller.require("accounts:create");
        if (!allowed(caller.tier(), wanted.tier())) {
            throw new ProblemException(
                    PlatformProblem.FORBIDDEN, "Your tier does not register accounts of tier " + wanted.tier() + ".");
        }
        Account parent = reachable.get(caller, parentId == null ? caller.accountId() : parentId);
        if (!canHold(parent.tier(), wanted.tier())) {
            throw new ProblemException(
                            PlatformProblem.INVALID, "See errors; each names a field and what would be right.")
                    .at("/parentId", "An account of tier " + wanted.tier() + " can't be below this one.");
        }
        return openAccount.open(wanted, parent.id());
    }

    static boolean allowed(Tier caller, Tier wanted) {
        return switch (wanted) {
            case SUBDEALER -> caller == Tier.OWNER;
            case CUSTOMER -> caller == Tier.OWNER || caller == Tier.SUBDEALER;
            case OWNER, EMPLOYEE -> false;
        };
    }

    static boolean canHold(Tier parent, Tier child) {
        return switch (child) {
            case SUBDEALER -> parent == Tier.OWNER;
            case CUSTOMER -> parent == Tier.OWNER || parent == Tier.SUBDEALER;
            case OWNER, EMPLOYEE -> false;
        };
    }
}
