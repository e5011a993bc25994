package ai.whatsflow.gateway.apikey;

import ai.whatsflow.gateway.route.ServiceLocations;
import ai.whatsflow.gateway.route.ServiceName;
import ai.whatsflow.gateway.token.OwnToken;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The exchange over HTTP, with the gateway's own token. */
@Component
final class IdentityApiKeyExchange implements ApiKeyExchange {

    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final String KEY_REFUSED = "/problems/api-key-invalid";

    private final WebClient http;
    private final String url;
    private final OwnToken ownToken;
    private final JsonMapper mapper;

    IdentityApiKeyExchange(WebClient ownCalls, ServiceLocations services, OwnToken ownToken, JsonMapper mapper) {
        this.http = ownCalls;
        this.url = services.baseUrl(ServiceName.IDENTITY) + "/internal/v1/api-key-tokens";
        this.ownToken = ownToken;
        this.mapper = mapper;
    }

    @Override
    public Mono<Outcome> exchange(String key) {
        return ownToken.get().flatMap(token -> ask(token, key)).timeout(LONGEST);
    }

    private Mono<Outcome> ask(String token, String key) {
        return http.post()
                .uri(url)
                .headers(headers -> headers.setBearerAuth(token))
                .bodyValue(Map.of("key", key))
                .exchangeToMono(answer ->
                        answer.bodyToMono(String.class).defaultIfEmpty("").map(body -> read(answer, body, token)));
    }

    private Outcome read(ClientResponse answer, String body, String token) {
        if (answer.statusCode().is2xxSuccessful()) {
            return mapper.readValue(body, Granted.class);
        }
        if (answer.statusCode() == HttpStatus.UNAUTHORIZED) {
            if (body.contains(KEY_REFUSED)) {
                return new Refused();
            }
            ownToken.refused(token);
        }
        throw new IllegalStateException("The exchange answered " + answer.statusCode());
    }
}
