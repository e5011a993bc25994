package ai.whatsflow.identity.account;

import ai.whatsflow.platform.security.Tier;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code path} runs from the root account down to this one; {@code suspendedBy} is set while it is suspended. */
public record Account(
        UUID id,
        @Nullable UUID parentId,
        List<UUID> path,
        Tier tier,
        String name,
        AccountStatus status,
        @Nullable UUID suspendedBy,
        String currency,
        ZoneId timeZone,
        long version,
        Instant registeredAt) {

    Account suspended(UUID by) {
        return become(AccountStatus.SUSPENDED, by);
    }

    Account reinstated() {
        return become(AccountStatus.ACTIVE, null);
    }

    Account closed() {
        return become(AccountStatus.CLOSED, null);
    }

    private Account become(AccountStatus next, @Nullable UUID by) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("account " + id + " is " + status + " and can't become " + next);
        }
        return new Account(id, parentId, path, tier, name, next, by, currency, timeZone, version + 1, registeredAt);
    }
}
