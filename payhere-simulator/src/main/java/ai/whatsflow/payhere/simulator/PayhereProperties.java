package ai.whatsflow.payhere.simulator;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** One merchant with one app. The secrets have no default: an unset one stops the start. */
@Validated
@ConfigurationProperties("payhere")
public record PayhereProperties(
        @NotBlank String merchantId,
        @NotBlank String merchantSecret,
        @NotBlank String appId,
        @NotBlank String appSecret,
        @NotNull Path dataDirectory,
        @DefaultValue("PT10M") Duration tokenLifetime,
        @DefaultValue("PT10S") Duration notifyTimeout,
        @DefaultValue({"LKR", "USD", "GBP", "EUR", "AUD"}) Set<String> currencies) {}
