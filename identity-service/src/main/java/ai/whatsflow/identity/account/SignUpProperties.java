package ai.whatsflow.identity.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How many sign-ups one source and one address may try in a window. */
@Validated
@ConfigurationProperties("identity.sign-up")
public record SignUpProperties(
        @NotNull Duration window,
        @Positive int perSource,
        @Positive int perEmail) {}
