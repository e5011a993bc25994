package ai.whatsflow.gateway.upstream;

import ai.whatsflow.gateway.route.ServiceName;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** One breaker for each service, so that one that is down does not take others with it. */
@Component
final class CircuitBreakers {

    private final Map<ServiceName, CircuitBreaker> breakers = new EnumMap<>(ServiceName.class);

    CircuitBreakers(UpstreamProperties properties, MeterRegistry meters) {
        UpstreamProperties.Breaker settings = properties.breaker();
        CircuitBreakerRegistry registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.minimum())
                .failureRateThreshold(settings.failureRate())
                .waitDurationInOpenState(settings.open())
                .permittedNumberOfCallsInHalfOpenState(settings.trials())
                .automaticTransitionFromOpenToHalfOpenEnabled(false)
                .build());
        for (ServiceName service : ServiceName.values()) {
            breakers.put(service, registry.circuitBreaker(service.label()));
        }
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
    }

    CircuitBreaker of(ServiceName service) {
        CircuitBreaker breaker = breakers.get(service);
        if (breaker == null) {
            throw new IllegalStateException("No breaker of " + service.label());
        }
        return breaker;
    }
}
