package ai.whatsflow.messaging.quota;

import ai.whatsflow.messaging.MessagingProblem;
import ai.whatsflow.messaging.entitlement.Entitlement;
import ai.whatsflow.messaging.entitlement.Entitlements;
import ai.whatsflow.platform.problem.Outcome;
import ai.whatsflow.platform.problem.PlatformProblem;
import ai.whatsflow.platform.problem.ProblemException;
import ai.whatsflow.platform.security.Account;
import ai.whatsflow.platform.security.Tier;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        Allowance allowance = allowance(account);
        return new Quota(
                allowance.month(),
                allowance.limit(),
                quotas.used(account.id(), allowance.month().start()));
    }

    Allowance allowance(Account account) {
        return allowances(List.of(account)).getFirst().orThrow();
    }

    List<Outcome<Allowance>> allowances(List<Account> accounts) {
        Map<UUID, Entitlement> found = entitlements.findAll(
                accounts.stream().map(Account::id).distinct().toList());
        return accounts.stream()
                .map(account -> allowance(account, found.get(account.id())))
                .toList();
    }

    private Outcome<Allowance> allowance(Account account, @Nullable Entitlement entitlement) {
        if (entitlement == null) {
            return Outcome.refused(missing(account));
        }
        if (entitlement.expired()) {
            return Outcome.refused(expired());
        }
        return QuotaMonth.holding(
                        clock.instant(), entitlement.periodStart(), entitlement.periodEnd(), account.timeZone())
                .map(month -> Outcome.of(new Allowance(account.id(), month, entitlement.messages())))
                .orElseGet(() -> Outcome.refused(expired()));
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
