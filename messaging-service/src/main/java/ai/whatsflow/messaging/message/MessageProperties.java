package ai.whatsflow.messaging.message;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code messaging.message}.
 *
 * @param timeToLive how long a message waits for its instance before it expires
 * @param partitionsAhead months for which partitions are made ahead of time
 * @param keepMonths whole months of messages kept besides the current one
 */
@Validated
@ConfigurationProperties("messaging.message")
public record MessageProperties(
        @DefaultValue("24h") Duration timeToLive,
        @DefaultValue("3") @Min(1) int partitionsAhead,
        @DefaultValue("24") @Min(1) int keepMonths) {}
