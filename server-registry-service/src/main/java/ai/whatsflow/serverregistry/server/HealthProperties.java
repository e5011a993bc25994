package ai.whatsflow.serverregistry.server;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param heartbeatInterval how often a node reports
 * @param suspectAfter missed heartbeats until SUSPECT
 * @param offlineAfter missed heartbeats until OFFLINE
 * @param reportInterval the health stream carries mere metrics at most this often per server
 * @param leaseTime what a registering node is told; each lease renewal tells it again
 */
@Validated
@ConfigurationProperties("registry.health")
public record HealthProperties(
        @DefaultValue("1s") Duration heartbeatInterval,
        @DefaultValue("2") @Min(1) int suspectAfter,
        @DefaultValue("5") @Min(2) int offlineAfter,
        @DefaultValue("3s") Duration reportInterval,
        @DefaultValue("15s") Duration leaseTime) {

    public HealthProperties {
        if (heartbeatInterval.toMillis() < 1) {
            throw new IllegalArgumentException("registry.health.heartbeat-interval must be at least 1 ms");
        }
        if (offlineAfter <= suspectAfter) {
            throw new IllegalArgumentException("registry.health.offline-after must be above suspect-after");
        }
    }
}
