package ai.whatsflow.simulator.device;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shown as {@code deviceSocket}. */
@Component
class DeviceSocketHealthIndicator implements HealthIndicator {

    private final DeviceSocketServer server;

    DeviceSocketHealthIndicator(DeviceSocketServer server) {
        this.server = server;
    }

    @Override
    public Health health() {
        return server.isRunning()
                ? Health.up()
                        .withDetail("port", server.port())
                        .withDetail("simulated", true)
                        .build()
                : Health.down().build();
    }
}
