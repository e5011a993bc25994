package ai.whatsflow.identity.account.web;

import ai.whatsflow.identity.account.Account;
import ai.whatsflow.identity.account.AccountStatus;
import ai.whatsflow.platform.security.Tier;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Account")
record AccountView(
        UUID accountId,
        @Nullable UUID parentId,

        @Schema(description = "from the root account down to this one")
        List<UUID> path,

        Tier tier,
        @Schema(example = "Perera Traders") String name,
        AccountStatus status,

        @Schema(description = "false while this account or one above it is suspended or closed")
        boolean active,

        @Schema(example = "LKR") String currency,
        @Schema(example = "Asia/Colombo") String timeZone,
        long version,
        Instant registeredAt) {

    static AccountView of(Account account, boolean active) {
        return new AccountView(
                account.id(),
                account.parentId(),
                account.path(),
                account.tier(),
                account.name(),
                account.status(),
                active,
                account.currency(),
                account.timeZone().getId(),
                account.version(),
                account.registeredAt());
    }
}
