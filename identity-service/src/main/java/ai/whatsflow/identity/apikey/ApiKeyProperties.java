package ai.whatsflow.identity.apikey;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code identity.api-key}.
 *
 * @param pepper keys the hash that stands for a key in the database; losing it invalidates every key
 */
@Validated
@ConfigurationProperties("identity.api-key")
public record ApiKeyProperties(
        @NotNull @Size(min = 32) String pepper,
        @Positive int limitPerAccount,
        @NotNull Duration usageFlushInterval) {

    @Override
    public String toString() {
        return "ApiKeyProperties[limitPerAccount=%d, usageFlushInterval=%s]"
                .formatted(limitPerAccount, usageFlushInterval);
    }
}
