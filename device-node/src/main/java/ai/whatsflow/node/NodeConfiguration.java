package ai.whatsflow.node;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
