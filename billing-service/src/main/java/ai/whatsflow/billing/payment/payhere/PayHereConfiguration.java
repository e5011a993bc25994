package ai.whatsflow.billing.payment.payhere;

import ai.whatsflow.billing.payment.PaymentProvider;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import java.net.http.HttpClient;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Wires PayHere. */
@Configuration(proxyBeanMethods = false)
public class PayHereConfiguration {

    @Bean
    PaymentProvider payHereProvider(
            PayHereProperties properties, CircuitBreakerRegistry circuits, RetryRegistry retries, Clock clock) {
        RestClient http = http(properties);
        PayHereClient client = new PayHereClient(
                http,
                new PayHereTokens(http, properties, clock),
                circuits.circuitBreaker("payhere"),
                retries.retry("payhere"));
        return new PayHereProvider(properties, client);
    }

    private static RestClient http(PayHereProperties properties) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(properties.readTimeout());
        return RestClient.builder()
                .baseUrl(properties.baseUrl())
                .requestFactory(factory)
                .build();
    }
}
