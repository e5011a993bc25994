package ai.whatsflow.contact.entitlement;

import ai.whatsflow.contact.ContactProblem;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Caller;
import ai.whatsflow.platform.security.Tier;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Finds the entitlement in force, or says why there is none. */
@Component
public class RequireEntitlement {

    private final Entitlements entitlements;
    private final Clock clock;

    RequireEntitlement(Entitlements entitlements, Clock clock) {
        this.entitlements = entitlements;
        this.clock = clock;
    }

    public Entitlement of(Caller caller) {
        Entitlement entitlement = entitlements.find(caller.accountId()).orElseThrow(() -> missing(caller));
        if (entitlement.isOver(clock.instant())) {
            throw new ProblemException(
                    ContactProblem.SUBSCRIPTION_EXPIRED, "Buy a package to add contacts again; the others are kept.");
        }
        return entitlement;
    }

    private static ProblemException missing(Caller caller) {
        return caller.tier() == Tier.CUSTOMER
                ? new ProblemException(ContactProblem.ENTITLEMENT_PENDING, "Try again in a second.")
                        .retryAfter(Duration.ofSeconds(1))
                : new ProblemException(PlatformProblem.FORBIDDEN, "Only customers keep contacts.");
    }
}
