package ai.whatsflow.gateway.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class ObservationConfiguration {

    @Bean
    AccessLog accessLog(MeterRegistry meters) {
        return new AccessLog(System.out, meters.counter("gateway.access-log.lost"));
    }

    @Bean
    ObservedRequests observedRequests(AccessLog accessLog, MeterRegistry meters, Clock clock) {
        return new ObservedRequests(accessLog, new RequestTimers(meters), clock);
    }

    /** The stock observation of each request costs more than all policies together; timers and lines replace it. */
    @Bean
    ObservationRegistry observationRegistry() {
        return ObservationRegistry.NOOP;
    }
}
