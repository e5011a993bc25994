package ai.whatsflow.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** This service's own access token (client credentials), fetched ahead of its expiry. Thread-safe. */
public class ServiceTokens {

    private static final Duration AHEAD = Duration.ofSeconds(30);

    private final SecurityProperties properties;
    private final String clientId;
    private final Clock clock;
    private final RestClient http;
    private @Nullable String token;
    private Instant freshUntil = Instant.MIN;

    ServiceTokens(SecurityProperties properties, String clientId, Clock clock) {
        this.properties = properties;
        this.clientId = clientId;
        this.clock = clock;
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(Duration.ofSeconds(2));
        requests.setReadTimeout(Duration.ofSeconds(5));
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /**
     * A token that is good for at least half a minute.
     *
     * @throws RestClientException if Keycloak does not answer or refuses
     */
    public synchronized String current() {
        String known = token;
        if (known != null && clock.instant().isBefore(freshUntil)) {
            return known;
        }
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", clientId);
        form.add("client_secret", properties.clientSecret());
        TokenAnswer answer = http.post()
                .uri(properties.keycloakTokens())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(TokenAnswer.class);
        if (answer == null) {
            throw new RestClientException("the token endpoint answered nothing");
        }
        token = answer.access_token();
        freshUntil = clock.instant().plusSeconds(answer.expires_in()).minus(AHEAD);
        return answer.access_token();
    }

    private record TokenAnswer(String access_token, long expires_in) {}
}
