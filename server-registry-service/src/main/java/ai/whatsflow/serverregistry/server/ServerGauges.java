package ai.whatsflow.serverregistry.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** How many servers are in each status, read when the service is scraped. */
@Component
class ServerGauges implements MeterBinder {

    private final Servers servers;

    ServerGauges(Servers servers) {
        this.servers = servers;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (ServerStatus status : ServerStatus.values()) {
            Gauge.builder("registry.servers", () -> count(status))
                    .description("servers by status")
                    .tag("status", status.name())
                    .register(registry);
        }
    }

    private double count(ServerStatus status) {
        try {
            return servers.count(status);
        } catch (DataAccessException away) {
            return Double.NaN;
        }
    }
}
