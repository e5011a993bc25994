package ai.whatsflow.identity.account.web;

import ai.whatsflow.identity.account.NewAccount;
import ai.whatsflow.identity.account.SignUp;
import ai.whatsflow.identity.web.DisplayName;
import ai.whatsflow.identity.web.EmailAddress;
import ai.whatsflow.identity.web.KnownCurrency;
import ai.whatsflow.identity.web.KnownTimeZone;
import ai.whatsflow.identity.web.MobileNumber;
import ai.whatsflow.platform.security.Tier;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Sign-ups")
class SignUpController {

    private final SignUp signUp;

    SignUpController(SignUp signUp) {
        this.signUp = signUp;
    }

    @PostMapping("/api/v1/sign-ups")
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirements
    @Operation(
            summary = "Sign up as a customer",
            description = "Public. A one-time link to set a password is mailed; nothing else proves the address. The "
                    + "answer is the same whether or not the address already has an account.")
    SignUp.SignedUp signUp(@Valid @RequestBody SignUpRequest request, HttpServletRequest http) {
        return signUp.signUp(request.account(), http.getRemoteAddr());
    }

    record SignUpRequest(
            @Schema(example = "Anna Perera") @DisplayName String name,

            @Schema(example = "anna@example.com") @EmailAddress
            String email,

            @Schema(example = "+94771234567") @MobileNumber @Nullable
            String mobile,

            @Schema(example = "LKR", defaultValue = "LKR") @KnownCurrency @Nullable
            String currency,

            @Schema(example = "Asia/Colombo", defaultValue = "Asia/Colombo") @KnownTimeZone @Nullable
            String timeZone) {

        NewAccount account() {
            return new NewAccount(
                    Tier.CUSTOMER,
                    name,
                    email,
                    mobile,
                    currency == null ? "LKR" : currency,
                    ZoneId.of(timeZone == null ? "Asia/Colombo" : timeZone));
        }
    }
}
