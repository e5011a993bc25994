package ai.whatsflow.messaging.live;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code messaging.live}.
 *
 * @param heartbeat how long a stream is silent at most
 * @param maxDuration when a stream ends, so that its client comes back with a fresh token
 * @param buffer reports kept for a client that is slow; one more and it is dropped
 * @param streamsPerAccount streams an account may have open in one replica
 */
@Validated
@ConfigurationProperties("messaging.live")
public record LiveProperties(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("15m") Duration maxDuration,
        @DefaultValue("10000") @Min(1) int buffer,
        @DefaultValue("20") @Min(1) int streamsPerAccount) {}
