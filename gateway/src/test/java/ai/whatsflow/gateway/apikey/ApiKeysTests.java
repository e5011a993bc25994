package ai.whatsflow.gateway.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.whatsflow.gateway.directory.RevokedApiKeys;
import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.problem.Rejection;
import ai.whatsflow.platform.test.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class ApiKeysTests {

    private static final String KEY = "wf_0123456789abcdef";
    private static final String ADDRESS = "198.51.100.7";

    private final SettableClock clock = new SettableClock();
    private final RevokedApiKeys revoked = new RevokedApiKeys(clock);
    private final UUID apiKeyId = UUID.randomUUID();
    private final AtomicInteger asked = new AtomicInteger();
    private Mono<ApiKeyExchange.Outcome> answer = Mono.defer(() -> Mono.just(granted()));
    private final ApiKeys keys = new ApiKeys(
            key -> {
                asked.incrementAndGet();
                return answer;
            },
            revoked,
            new ApiKeyProperties(
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(20),
                    100,
                    Duration.ofSeconds(10),
                    50,
                    4,
                    5),
            clock);

    @Test
    void exchangesOnceAndRemembers() {
        assertThat(keys.known(KEY)).isNull();
        KeyGrant grant = keys.resolve(KEY, ADDRESS).block();

        assertThat(grant.authorization()).isEqualTo("Bearer token-1");
        assertThat(grant.caller().apiKeyId()).isEqualTo(apiKeyId);
        assertThat(keys.known(KEY)).isEqualTo(grant);
        assertThat(asked).hasValue(1);
    }

    @Test
    void letsConcurrentCallersShareOneExchange() {
        Sinks.One<ApiKeyExchange.Outcome> late = Sinks.one();
        answer = late.asMono();
        List<KeyGrant> got = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            keys.resolve(KEY, ADDRESS).subscribe(got::add);
        }

        late.tryEmitValue(granted());

        assertThat(asked).hasValue(1);
        assertThat(got).hasSize(50);
    }

    @Test
    void refusesAKeyRevokedWhileItsExchangeIsUnderWay() {
        Sinks.One<ApiKeyExchange.Outcome> late = Sinks.one();
        answer = late.asMono();
        List<Throwable> refused = new ArrayList<>();
        keys.resolve(KEY, ADDRESS).subscribe(granted -> {}, refused::add);

        revoked.add(apiKeyId);
        late.tryEmitValue(granted());

        assertThat(refused)
                .singleElement()
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.problem()).isEqualTo(GatewayProblem.API_KEY_INVALID));
        assertThat(keys.known(KEY)).isNull();
    }

    @Test
    void refusesAKnownKeyFromTheMomentOfItsRevocation() {
        keys.resolve(KEY, ADDRESS).block();
        revoked.add(apiKeyId);

        refuses(() -> keys.known(KEY));
    }

    @Test
    void renewsInTheBackgroundAndNeverServesPastTheEnd() {
        keys.resolve(KEY, ADDRESS).block();
        clock.advance(Duration.ofSeconds(40));

        assertThat(keys.known(KEY).authorization()).isEqualTo("Bearer token-1");
        assertThat(keys.known(KEY).authorization()).isEqualTo("Bearer token-2");

        answer = Mono.error(new IllegalStateException("away"));
        clock.advance(Duration.ofSeconds(50));
        assertThat(keys.known(KEY)).isNotNull();
        clock.advance(Duration.ofSeconds(6));
        assertThat(keys.known(KEY)).isNull();
    }

    @Test
    void forgetsAKeyThatARenewalRefuses() {
        keys.resolve(KEY, ADDRESS).block();
        answer = Mono.just(new ApiKeyExchange.Refused());
        clock.advance(Duration.ofSeconds(40));

        keys.known(KEY);
        refuses(() -> keys.known(KEY));
    }

    @Test
    void remembersARefusalBriefly() {
        answer = Mono.just(new ApiKeyExchange.Refused());
        refuses(() -> keys.resolve(KEY, ADDRESS).block());
        refuses(() -> keys.known(KEY));
        assertThat(asked).hasValue(1);

        clock.advance(Duration.ofSeconds(11));
        assertThat(keys.known(KEY)).isNull();
    }

    @Test
    void slowsGuessesDownWithoutTouchingGoodKeys() {
        keys.resolve(KEY, ADDRESS).block();
        answer = Mono.just(new ApiKeyExchange.Refused());
        for (int i = 0; i < 5; i++) {
            String guess = "wf_guess" + i + "00000000";
            refuses(() -> keys.resolve(guess, ADDRESS).block());
        }

        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> keys.resolve("wf_onemore0000000", ADDRESS).block())
                .satisfies(rejection -> {
                    assertThat(rejection.problem()).isEqualTo(GatewayProblem.RATE_LIMITED);
                    assertThat(rejection.retryAfter()).isNotNull();
                });
        assertThat(asked).hasValue(6);
        assertThat(keys.known(KEY)).isNotNull();
        refuses(() -> keys.resolve("wf_elsewhere00000", "203.0.113.1").block());
    }

    @Test
    void asksNobodyAboutWhatCanNotBeAKey() {
        for (String nonsense :
                List.of("wf_", "wf_short", "wf_with space 0000", "wf_" + "x".repeat(300), "xx_0123456789")) {
            refuses(() -> keys.resolve(nonsense, ADDRESS).block());
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void boundsExchangesUnderWay() {
        answer = Mono.never();
        for (int i = 0; i < 4; i++) {
            keys.resolve("wf_key" + i + "0000000000", ADDRESS).subscribe();
        }

        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> keys.resolve("wf_key900000000000", ADDRESS).block())
                .satisfies(
                        rejection -> assertThat(rejection.problem()).isEqualTo(GatewayProblem.DEPENDENCY_UNAVAILABLE));
        assertThat(asked).hasValue(4);
    }

    @Test
    void saysThatItCanNotTellWhileIdentityIsAway() {
        answer = Mono.error(new java.io.IOException("away"));
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> keys.resolve(KEY, ADDRESS).block())
                .satisfies(
                        rejection -> assertThat(rejection.problem()).isEqualTo(GatewayProblem.DEPENDENCY_UNAVAILABLE));

        answer = Mono.just(granted());
        assertThat(keys.resolve(KEY, ADDRESS).block()).isNotNull();
    }

    private ApiKeyExchange.Granted granted() {
        return new ApiKeyExchange.Granted(
                "token-" + asked.get(),
                clock.instant().plusSeconds(60),
                apiKeyId,
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of("messages:create"));
    }

    private static void refuses(Runnable call) {
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(call::run)
                .satisfies(rejection -> assertThat(rejection.problem()).isEqualTo(GatewayProblem.API_KEY_INVALID));
    }
}
