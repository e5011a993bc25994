package ai.whatsflow.voucher.redemption;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** How many unknown codes are put up with, by account, by address and altogether. */
@Validated
@ConfigurationProperties("voucher.guess")
public record GuessProperties(
        @Valid @DefaultValue Account account,
        @Valid @DefaultValue Address address,
        @Valid @DefaultValue Everybody everybody) {

    /** @param limit unknown codes within {@code window} after which redeeming is refused for {@code lock} */
    record Account(
            @DefaultValue("10") @Min(1) int limit,
            @DefaultValue("PT15M") @NotNull Duration window,
            @DefaultValue("PT15M") @NotNull Duration lock) {}

    record Address(
            @DefaultValue("50") @Min(1) int limit,
            @DefaultValue("PT15M") @NotNull Duration window,
            @DefaultValue("PT15M") @NotNull Duration lock) {}

    /** Short and high: it must stop a swarm without letting one attacker stop everybody. */
    record Everybody(
            @DefaultValue("1000") @Min(1) int limit,
            @DefaultValue("PT1M") @NotNull Duration window,
            @DefaultValue("PT1M") @NotNull Duration lock) {}
}
