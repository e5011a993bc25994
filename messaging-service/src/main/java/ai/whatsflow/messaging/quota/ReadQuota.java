package ai.whatsflow.messaging.quota;

import ai.whatsflow.messaging.MessagingProblem;
import ai.whatsflow.messaging.entitlement.Entitlement;
import ai.whatsflow.messaging.entitlement.Entitlements;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Account;
import ai.whatsflow.platform.security.Tier;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Finds the quota of the month an account is in, or says why there is none. */
@Component
public class ReadQuota {

    private final Entitlements entitlements;
    private final Quotas quotas;
    private final Clock clock;

    ReadQuota(Entitlements entitlements, Quotas quotas, Clock clock) {
        this.entitlements = entitlements;
        this.quotas = quotas;
        this.clock = clock;
    }

    public Quota of(Account account) {
        Entitlement entitlement = inForce(account);
        QuotaMonth month = month(entitlement, account);
        return new Quota(month, entitlement.messages(), quotas.used(account.id(), month.start()));
    }

    Entitlement inForce(Account account) {
        Entitlement entitlement = entitlements.find(account.id()).orElseThrow(() -> missing(account));
        if (entitlement.expired()) {
            throw expired();
        }
        return entitlement;
    }

    QuotaMonth month(Entitlement entitlement, Account account) {
        return QuotaMonth.holding(
                        clock.instant(), entitlement.periodStart(), entitlement.periodEnd(), account.timeZone())
                .orElseThrow(ReadQuota::expired);
    }

    private static ProblemException expired() {
        return new ProblemException(MessagingProblem.SUBSCRIPTION_EXPIRED, "Buy a package to send again.");
    }

    private static ProblemException missing(Account account) {
        return account.tier() == Tier.CUSTOMER
                ? new ProblemException(MessagingProblem.ENTITLEMENT_PENDING, "Try again in a second.")
                        .retryAfter(Duration.ofSeconds(1))
                : new ProblemException(PlatformProblem.FORBIDDEN, "Only customers send messages.");
    }
}
