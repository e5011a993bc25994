package ai.whatsflow.gateway.ratelimit;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
public class RateLimitConfiguration {

    @Bean(destroyMethod = "dispose")
    Scheduler permitRefillScheduler() {
        return Schedulers.newSingle("permit-refills", true);
    }

    @Bean
    PermitRefills permitRefills(
            PermitSource source,
            Scheduler permitRefillScheduler,
            RateLimitProperties properties,
            Clock clock,
            MeterRegistry meters) {
        return new PermitRefills(source, permitRefillScheduler, properties, clock, meters);
    }

    @Bean(destroyMethod = "dispose")
    Disposable permitRefillTicks(
            PermitSource source,
            PermitRefills refills,
            Scheduler permitRefillScheduler,
            RateLimitProperties properties) {
        permitRefillScheduler.schedule(source::prepare);
        return Flux.interval(properties.refillEvery(), permitRefillScheduler)
                .onBackpressureDrop()
                .subscribe(tick -> refills.tick());
    }

    @Bean
    RateLimitFilter rateLimitFilter(Limits limits, RateLimitProperties properties, PermitRefills refills, Clock clock) {
        return new RateLimitFilter(limits, new PermitBuckets(properties), refills, clock);
    }

    /** While Redis is away a command fails at once instead of queueing up for its return. */
    @Bean
    LettuceClientOptionsBuilderCustomizer failFast() {
        return options -> options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(Duration.ofMillis(500))
                        .build())
                .timeoutOptions(TimeoutOptions.enabled(Duration.ofMillis(500)));
    }
}
