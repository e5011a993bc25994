package ai.whatsflow.identity.account.web;

import ai.whatsflow.identity.account.Account;
import ai.whatsflow.identity.account.AccountOpening;
import ai.whatsflow.identity.account.AccountStatus;
import ai.whatsflow.platform.security.Tier;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "RegisteredAccount")
record RegisteredAccountView(
        UUID accountId,

        @Schema(description = "the first user of the account, who is mailed the one-time link")
        UUID userId,

        @Nullable UUID parentId,
        Tier tier,
        @Schema(example = "Perera Traders") String name,
        @Schema(example = "anna@example.com") String email,
        AccountStatus status,
        @Schema(example = "LKR") String currency,
        @Schema(example = "Asia/Colombo") String timeZone,
        long version,
        Instant registeredAt) {

    static RegisteredAccountView of(AccountOpening.Opened opened) {
        Account account = opened.account();
        return new RegisteredAccountView(
                account.id(),
                opened.user().id(),
                account.parentId(),
                account.tier(),
                account.name(),
                opened.user().email(),
                account.status(),
                account.currency(),
                account.timeZone().getId(),
                account.version(),
                account.registeredAt());
    }
}
