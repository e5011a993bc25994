package ai.whatsflow.identity.account.web;

import ai.whatsflow.identity.account.NewAccount;
import ai.whatsflow.identity.web.DisplayName;
import ai.whatsflow.identity.web.EmailAddress;
import ai.whatsflow.identity.web.KnownCurrency;
import ai.whatsflow.identity.web.KnownTimeZone;
import ai.whatsflow.identity.web.MobileNumber;
import ai.whatsflow.platform.security.Tier;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record RegisterAccountRequest(
        @Schema(
                allowableValues = {"SUBDEALER", "CUSTOMER"},
                example = "CUSTOMER")
        @NotNull
        NewAccountTier tier,

        @Schema(example = "Perera Traders") @DisplayName String name,
        @Schema(example = "anna@example.com") @EmailAddress String email,

        @Schema(example = "+94771234567") @MobileNumber @Nullable
        String mobile,

        @Schema(description = "the account above; your own if absent") @Nullable
        UUID parentId,

        @Schema(example = "LKR", defaultValue = "LKR") @KnownCurrency @Nullable
        String currency,

        @Schema(example = "Asia/Colombo", defaultValue = "Asia/Colombo") @KnownTimeZone @Nullable
        String timeZone) {

    enum NewAccountTier {
        SUBDEALER,
        CUSTOMER
    }

    NewAccount account() {
        return new NewAccount(
                Tier.valueOf(tier.name()),
                name,
                email,
                mobile,
                currency == null ? "LKR" : currency,
                ZoneId.of(timeZone == null ? "Asia/Colombo" : timeZone));
    }
}
