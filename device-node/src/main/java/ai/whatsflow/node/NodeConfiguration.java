package ai.whatsflow.node;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Spreads what many sessions would otherwise do at the same moment. */
    @Bean
    RandomGenerator jitter() {
        return () -> ThreadLocalRandom.current().nextLong();
    }
}
