package ai.whatsflow.identity.user;

import ai.whatsflow.identity.IdentityProblem;
import ai.whatsflow.identity.permission.PermissionSet;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.platform.security.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Employees are users of the root account; the owner registers them. */
@Component
public class RegisterEmployee {

    private final GrantablePermissionSet grantable;
    private final RegisterUser registerUser;

    RegisterEmployee(GrantablePermissionSet grantable, RegisterUser registerUser) {
        this.grantable = grantable;
        this.registerUser = registerUser;
    }

    @Transactional
    public User register(Caller caller, String name, String email, @Nullable String mobile, String permissionSet) {
        if (caller.tier() != Tier.OWNER) {
            throw new ProblemException(PlatformProblem.FORBIDDEN, "Only the owner registers employees.");
        }
        caller.require("employees:create");
        PermissionSet set = grantable.get(caller, permissionSet);
        return registerUser
                .register(new NewUser(caller.accountId(), Tier.EMPLOYEE, name, email, mobile, set.id()))
                .orElseThrow(() -> new ProblemException(
                                IdentityProblem.EMAIL_IN_USE, "Register the employee under another address.")
                        .at("/email", "This address already belongs to a user."));
    }
}
