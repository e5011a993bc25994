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

/** Checks once more, right before a message leaves, what was checked when it was accepted. */
@Component
class DispatchChecks {

    private final Consents consents;
    private final Entitlements entitlements;
    private final AccountDirectory accounts;
    private final Clock clock;

    DispatchChecks(Consents consents, Entitlements entitlements, AccountDirectory accounts, Clock clock) {
        this.consents = consents;
        this.entitlements = entitlements;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What holds for the messages of one look, asked for all of them together. */
    final class Round {

        private final Set<Recipient> refusing;
        private final Map<UUID, Verdict> byAccount;

        private Round(Set<Recipient> refusing, Map<UUID, Verdict> byAccount) {
            this.refusing = refusing;
            this.byAccount = byAccount;
        }

        Verdict of(Dispatch dispatch, Lane lane) {
            if (!lane.now().isBefore(dispatch.expiresAt())) {
                return dispatch.position() <= lane.everSubmitted()
                        ? new Verdict.End(DispatchStatus.FAILED, FailureReason.OUTCOME_UNKNOWN)
                        : new Verdict.End(DispatchStatus.EXPIRED, FailureReason.WAITED_TOO_LONG);
            }
            if (!dispatch.isSendable()) {
                return new Verdict.End(DispatchStatus.FAILED, FailureReason.MESSAGE_INVALID);
            }
            Verdict account = byAccount.getOrDefault(dispatch.accountId(), new Verdict.Hold());
            boolean refused = refusing.contains(new Recipient(dispatch.accountId(), dispatch.recipient()));
            return account instanceof Verdict.Send && refused
                    ? new Verdict.End(DispatchStatus.FAILED, FailureReason.RECIPIENT_OPTED_OUT)
                    : account;
        }
    }

    Round round(Collection<Dispatch> dispatches) {
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
