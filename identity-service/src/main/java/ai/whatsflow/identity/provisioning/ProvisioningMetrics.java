package ai.whatsflow.identity.provisioning;

import ai.whatsflow.identity.provisioning.Provisionings.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many users the identity provider does not have right, counted now and then rather than at each scrape. */
@Component
class ProvisioningMetrics {

    private final Provisionings provisionings;
    private volatile Backlog backlog = new Backlog(0, 0);

    ProvisioningMetrics(Provisionings provisionings, MeterRegistry meters) {
        this.provisionings = provisionings;
        Gauge.builder("identity.provisioning.backlog", () -> backlog.tasks()).register(meters);
        Gauge.builder("identity.provisioning.struggling", () -> backlog.struggling())
                .description("tasks that failed more than three times")
                .register(meters);
    }

    @Scheduled(fixedDelay = 15_000)
    void count() {
        backlog = provisionings.backlog();
    }
}
