package ai.whatsflow.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.gateway.world.TestKeys;
import ai.whatsflow.platform.test.SettableClock;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class SigningKeysTests {

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger readings = new AtomicInteger();

    @Test
    void findsSigningKeysOnly() {
        RSAKey signs = TestKeys.genuine("signs");
        RSAKey encrypts = new RSAKey.Builder(TestKeys.genuine("encrypts"))
                .keyUse(KeyUse.ENCRYPTION)
                .build();
        SigningKeys keys =
                keys(Mono.just(new JWKSet(java.util.List.of(signs.toPublicJWK(), encrypts.toPublicJWK())).toString()));
        assertThat(keys.loaded()).isFalse();

        keys.refresh().block();

        assertThat(keys.loaded()).isTrue();
        assertThat(keys.find("signs")).isNotNull();
        assertThat(keys.find("encrypts")).isNull();
    }

    @Test
    void boundsReadingsForUnknownKeys() {
        SigningKeys keys = keys(document("a"));
        keys.refresh().block();

        for (int i = 0; i < 100; i++) {
            keys.refreshForUnknownKey().block();
        }
        assertThat(readings).hasValue(1);

        clock.advance(Duration.ofSeconds(6));
        keys.refreshForUnknownKey().block();
        assertThat(readings).hasValue(2);
    }

    @Test
    void sharesAReadingThatIsUnderWay() {
        Sinks.One<String> answer = Sinks.one();
        SigningKeys keys = keys(answer.asMono());

        Mono<Void> first = keys.refreshForUnknownKey();
        Mono<Void> second = keys.refreshForUnknownKey();

        assertThat(second).isSameAs(first);
        assertThat(readings).hasValue(1);
    }

    @Test
    void keepsWhatItKnowsWhileTheIssuerIsAway() {
        AtomicInteger attempt = new AtomicInteger();
        String good = document("a").block();
        SigningKeys keys = keys(Mono.defer(() -> switch (attempt.getAndIncrement()) {
            case 0 -> Mono.just(good == null ? "" : good);
            case 1 -> Mono.error(new java.io.IOException("away"));
            case 2 -> Mono.just("no keys");
            default -> Mono.just("{\"keys\":[]}");
        }));

        for (int i = 0; i < 4; i++) {
            keys.refresh().block();
            assertThat(keys.find("a")).isNotNull();
        }
    }

    private SigningKeys keys(Mono<String> source) {
        return new SigningKeys(
                Mono.defer(() -> {
                    readings.incrementAndGet();
                    return source;
                }),
                Duration.ofSeconds(5),
                clock);
    }

    private static Mono<String> document(String keyId) {
        return Mono.just(new JWKSet(TestKeys.genuine(keyId).toPublicJWK()).toString());
    }
}
