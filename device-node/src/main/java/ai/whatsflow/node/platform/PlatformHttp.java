package ai.whatsflow.node.platform;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Clients for one service of the platform each, with short patience: a lease does not wait. */
final class PlatformHttp {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    RestClient anonymous(URI base, Duration patience) {
        return builder(base, patience).build();
    }

    RestClient authenticated(URI base, Duration patience, Supplier<String> token) {
        return builder(base, patience)
                .requestInterceptor((request, body, execution) -> {
                    request.getHeaders().set(HttpHeaders.AUTHORIZATION, "Bearer " + token.get());
                    return execution.execute(request, body);
                })
                .build();
    }

    private RestClient.Builder builder(URI base, Duration patience) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(patience);
        return RestClient.builder().baseUrl(base.toString()).requestFactory(requests);
    }
}
