package ai.whatsflow.instance.dispatch;

import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

    /** The chance in the gaps between messages. */
    @Bean
    RandomGenerator jitter() {
        return () -> ThreadLocalRandom.current().nextLong();
    }
}
