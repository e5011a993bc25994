package ai.whatsflow.identity.token;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code identity.token}.
 *
 * @param lifespan how long a token is good; every service refuses more than a minute
 * @param keyLifetime after how long a signing key gets a successor
 * @param publishAhead how long a new key is published before it signs, and an old one after it has signed
 */
@Validated
@ConfigurationProperties("identity.token")
public record TokenProperties(
        @NotNull Duration lifespan,

        @Min(2048) @Max(8192) int keyBits,
        @NotNull Duration keyLifetime,
        @NotNull Duration publishAhead) {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    public TokenProperties {
        if (lifespan.isNegative() || lifespan.isZero() || lifespan.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("identity.token.lifespan must be above zero and at most 60s");
        }
        if (publishAhead.compareTo(LONGEST) < 0) {
            throw new IllegalArgumentException("identity.token.publish-ahead must be longer than a token lives");
        }
    }
}
