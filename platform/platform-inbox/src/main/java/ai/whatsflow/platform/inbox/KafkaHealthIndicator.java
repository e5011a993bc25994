package ai.whatsflow.platform.inbox;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the broker answers within two seconds. */
class KafkaHealthIndicator implements HealthIndicator, DisposableBean {

    private static final int TIMEOUT_MILLIS = 2_000;

    private final Admin admin;

    KafkaHealthIndicator(Map<String, Object> settings) {
        settings.put("request.timeout.ms", TIMEOUT_MILLIS);
        settings.put("default.api.timeout.ms", TIMEOUT_MILLIS);
        settings.put("reconnect.backoff.max.ms", 500);
        admin = Admin.create(settings);
    }

    @Override
    public Health health() {
        try {
            String cluster = admin.describeCluster().clusterId().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            return Health.up().withDetail("clusterId", cluster).build();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Health.down().build();
        } catch (Exception away) {
            return Health.down()
                    .withDetail("reason", "the broker does not answer")
                    .build();
        }
    }

    @Override
    public void destroy() {
        admin.close(java.time.Duration.ofSeconds(1));
    }
}
