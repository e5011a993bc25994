package ai.whatsflow.billing.payment.payhere;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** Access tokens of the merchant API, kept until shortly before they end. */
class PayHereTokens {

    private final RestClient http;
    private final PayHereProperties properties;
    private final Clock clock;
    private volatile @Nullable Token token;

    PayHereTokens(RestClient http, PayHereProperties properties, Clock clock) {
        this.http = http;
        this.properties = properties;
        this.clock = clock;
    }

    String current() {
        Token known = token;
        if (known == null || !clock.instant().isBefore(known.goodUntil())) {
            known = fetch();
            token = known;
        }
        return known.value();
    }

    void forget() {
        token = null;
    }

    private Token fetch() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        Answer answer = Objects.requireNonNull(
                http.post()
                        .uri("/merchant/v1/oauth/token")
                        .headers(headers -> headers.setBasicAuth(properties.appId(), properties.appSecret()))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .body(form)
                        .retrieve()
                        .body(Answer.class),
                "empty token answer");
        String value = Objects.requireNonNull(answer.accessToken(), "no access_token");
        return new Token(value, clock.instant().plusSeconds(Math.max(0, answer.expiresIn() - 30)));
    }

    private record Token(String value, Instant goodUntil) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(
            @JsonProperty("access_token") @Nullable String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}
}
