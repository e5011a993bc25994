package ai.whatsflow.messaging.recipient.feign;

import ai.whatsflow.messaging.recipient.GroupRecipients;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects the port to contact-service. */
@Configuration(proxyBeanMethods = false)
@EnableFeignClients(clients = ContactServiceClient.class)
public class ContactServiceConfiguration {

    private static final String NAME = "contact-service";

    @Bean
    GroupRecipients groupRecipients(
            ContactServiceClient client, CircuitBreakerRegistry circuits, BulkheadRegistry bulkheads) {
        return new FeignGroupRecipients(client, circuits.circuitBreaker(NAME), bulkheads.bulkhead(NAME));
    }
}
