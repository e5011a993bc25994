package ai.whatsflow.gateway.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
public class TokenConfiguration {

    @Bean
    SigningKeys signingKeys(WebClient ownCalls, KeycloakProperties keycloak, TokenProperties properties, Clock clock) {
        Mono<String> document =
                ownCalls.get().uri(keycloak.jwksUri()).retrieve().bodyToMono(String.class);
        return new SigningKeys(document, properties.keyRefreshGap(), clock);
    }

    @Bean
    SigningKeysSchedule signingKeysSchedule(SigningKeys keys, TokenProperties properties) {
        return new SigningKeysSchedule(keys, properties.keyRefresh());
    }

    @Bean
    SigningKeysHealth signingKeysHealthIndicator(SigningKeys keys) {
        return new SigningKeysHealth(keys);
    }

    @Bean
    AccessTokens accessTokens(SigningKeys keys, KeycloakProperties keycloak, TokenProperties properties, Clock clock) {
        TokenVerifier verifier = new TokenVerifier(keys, keycloak.keycloakIssuer(), properties, clock);
        return new AccessTokens(verifier, keys, properties, clock);
    }

    @Bean
    OwnToken ownToken(WebClient ownCalls, KeycloakProperties keycloak, Clock clock) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", keycloak.clientId());
        form.add("client_secret", keycloak.clientSecret());
        Mono<OwnToken.Granted> source = ownCalls.post()
                .uri(keycloak.tokenUri())
                .body(BodyInserters.fromFormData(form))
                .retrieve()
                .bodyToMono(TokenAnswer.class)
                .map(answer -> new OwnToken.Granted(answer.value(), Duration.ofSeconds(answer.lifetime())));
        return new OwnToken(source, clock);
    }

    /** The issuer's answer, as far as it is read. */
    record TokenAnswer(
            @JsonProperty("access_token") String value,
            @JsonProperty("expires_in") long lifetime) {}
}
