package ai.whatsflow.instance.dispatch;

import ai.whatsflow.instance.consent.Consents;
import ai.whatsflow.instance.consent.Recipient;
import ai.whatsflow.instance.entitlement.Entitlement;
import ai.whatsflow.instance.entitlement.Entitlements;
import ai.whatsflow.platform.security.Account;
import ai.whatsflow.platform.security.AccountDirectory;
import ai.whatsflow.platform.security.AccountStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** By what is known here of consents, subscriptions and accounts. */
@Component
class ProjectedDispatchChecks implements DispatchChecks {

    private final Consents consents;
    private final Entitlements entitlements;
    private final AccountDirectory accounts;
    private final Clock clock;

    ProjectedDispatchChecks(Consents consents, Entitlements entitlements, AccountDirectory accounts, Clock clock) {
        this.consents = consents;
        this.entitlements = entitlements;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Round round(Collection<Dispatch> dispatches) {
        Instant now = clock.instant();
        Set<UUID> accountIds = dispatches.stream().map(Dispatch::accountId).collect(Collectors.toSet());
        Map<UUID, Entitlement> known = accountIds.isEmpty() ? Map.of() : entitlements.findAll(accountIds);
        Set<Recipient> recipients = dispatches.stream()
                .map(each -> new Recipient(each.accountId(), each.recipient()))
                .collect(Collectors.toSet());
        return new Round(
                consents.refusing(recipients),
                accountIds.stream()
                        .collect(Collectors.toMap(
                                Function.identity(), id -> account(id, Optional.ofNullable(known.get(id)), now))));
    }

    private Verdict account(UUID accountId, Optional<Entitlement> entitlement, Instant now) {
        Optional<Account> account = accounts.find(accountId);
        if (account.isEmpty() || entitlement.isEmpty()) {
            return new Verdict.Hold();
        }
        for (UUID each : account.get().path()) {
            Optional<Account> ancestor = accounts.find(each);
            if (ancestor.isEmpty()) {
                return new Verdict.Hold();
            }
            if (ancestor.get().status() != AccountStatus.ACTIVE) {
                return new Verdict.End(DispatchStatus.FAILED, FailureReason.ACCOUNT_SUSPENDED);
            }
        }
        return entitlement.get().isValidAt(now)
                ? new Verdict.Send()
                : new Verdict.End(DispatchStatus.FAILED, FailureReason.SUBSCRIPTION_EXPIRED);
    }
}
