package ai.whatsflow.gateway;

import io.netty.channel.ChannelOption;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    private static final int CONNECT_TIMEOUT_MILLIS = 1_000;
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(3);
    private static final int LARGEST_ANSWER = 8 * 1024 * 1024;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** For the few calls that the gateway makes on its own behalf: keys, tokens, exchanges, API documents. */
    @Bean
    WebClient ownCalls() {
        HttpClient http = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
                .responseTimeout(RESPONSE_TIMEOUT);
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
    }
}
