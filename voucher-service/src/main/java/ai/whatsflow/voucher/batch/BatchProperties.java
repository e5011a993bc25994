package ai.whatsflow.voucher.batch;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param chunkSize codes made in one transaction
 * @param generatorEnabled whether this process generates; off only where another one does
 * @param pollInterval how long the generator sleeps when nobody wakes it
 */
@Validated
@ConfigurationProperties("voucher.batch")
public record BatchProperties(
        @DefaultValue("1000") @Min(1) @Max(10_000) int chunkSize,
        @DefaultValue("true") boolean generatorEnabled,
        @DefaultValue("PT2S") Duration pollInterval) {}
