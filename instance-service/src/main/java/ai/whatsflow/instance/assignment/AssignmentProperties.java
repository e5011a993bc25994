package ai.whatsflow.instance.assignment;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param loadFactor how far above its fair share a node may be filled
 * @param batch sessions placed in one transaction
 * @param drainBatch sessions that a node in maintenance closes at once
 */
@Validated
@ConfigurationProperties("instance.assignment")
public record AssignmentProperties(
        @DefaultValue("1.25") @DecimalMin("1.0") double loadFactor,
        @DefaultValue("500") @Min(1) int batch,
        @DefaultValue("5") @Min(1) int drainBatch) {}
