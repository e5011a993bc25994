package ai.whatsflow.identity.provisioning;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code identity.provisioning}.
 *
 * @param pollInterval how often tasks are looked for when nothing wakes the workers
 * @param workers how many tasks this replica works on at once
 * @param lease for how long a claimed task is nobody else's; longer than all calls for one user can take
 * @param firstRetry the wait after the first failure; it doubles up to {@code longestRetry}
 * @param reconcileSlice how many users one look compares; they are walked round and round
 */
@Validated
@ConfigurationProperties("identity.provisioning")
public record ProvisioningProperties(
        @NotNull Duration pollInterval,
        @Positive @Max(16) int workers,
        @NotNull Duration lease,
        @NotNull Duration firstRetry,
        @NotNull Duration longestRetry,
        @NotNull Duration reconcileInterval,
        @Positive @Max(10_000) int reconcileSlice) {}
