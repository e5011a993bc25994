package ai.whatsflow.messaging.batch;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code messaging.expansion}.
 *
 * @param workers batches expanded at the same time by this process; 0 leaves it to others
 * @param pageSize members asked for at a time
 * @param lease how long a claim holds without a page; longer than a call to contact-service can take
 * @param pollInterval how often a worker looks for what nobody woke it for
 * @param longestPause most time between attempts while contact-service gives no answer
 * @param giveUpAfter attempts in a row without an answer after which the batch fails
 */
@Validated
@ConfigurationProperties("messaging.expansion")
public record ExpansionProperties(
        @DefaultValue("1") @Min(0) int workers,
        @DefaultValue("1000") @Min(1) @Max(1000) int pageSize,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("30s") Duration longestPause,
        @DefaultValue("120") @Min(1) int giveUpAfter) {}
