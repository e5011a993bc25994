package ai.whatsflow.identity.messaging;

import ai.whatsflow.identity.account.Account;
import ai.whatsflow.identity.account.AccountStatus;
import ai.whatsflow.platform.security.Tier;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whole state of an account. */
record AccountV1(
        UUID accountId,
        long version,
        Tier tier,
        String name,
        @Nullable UUID parentId,
        List<UUID> path,
        AccountStatus status,
        String currency,
        String timeZone,
        Instant registeredAt) {

    static final String TOPIC = "identity.account";
    static final String REGISTERED = "identity.account.registered.v1";
    static final String SUSPENDED = "identity.account.suspended.v1";
    static final String REINSTATED = "identity.account.reinstated.v1";
    static final String CLOSED = "identity.account.closed.v1";

    static AccountV1 of(Account account) {
        return new AccountV1(
                account.id(),
                account.version(),
                account.tier(),
                account.name(),
                account.parentId(),
                account.path(),
                account.status(),
                account.currency(),
                account.timeZone().getId(),
                account.registeredAt());
    }
}
