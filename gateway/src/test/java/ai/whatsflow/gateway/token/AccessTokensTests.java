package ai.whatsflow.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.whatsflow.gateway.directory.Caller;
import ai.whatsflow.gateway.problem.Rejection;
import ai.whatsflow.gateway.world.StandInKeycloak;
import ai.whatsflow.gateway.world.TestKeys;
import ai.whatsflow.platform.test.SettableClock;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class AccessTokensTests {

    private final SettableClock clock = new SettableClock();
    private final AtomicReference<RSAKey> published = new AtomicReference<>(TestKeys.genuine("k1"));
    private final SigningKeys keys = new SigningKeys(
            Mono.fromCallable(() -> new JWKSet(published.get().toPublicJWK()).toString()),
            Duration.ofSeconds(5),
            clock);
    private final AccessTokens tokens =
            new AccessTokens(new TokenVerifier(keys, "iss", Tokens.PROPERTIES, clock), keys, Tokens.PROPERTIES, clock);

    AccessTokensTests() {
        keys.refresh().block();
    }

    @Test
    void remembersAVerifiedToken() {
        String token = token(300);
        assertThat(tokens.known(TokenHash.of(token))).isNull();

        assertThat(verify(token)).isSameAs(tokens.known(TokenHash.of(token)));
        assertThat(tokens.size()).isEqualTo(1);
    }

    @Test
    void forgetsAfterSixtySecondsAtMost() {
        String token = token(300);
        verify(token);

        clock.advance(Duration.ofSeconds(61));
        assertThat(tokens.size()).isZero();
    }

    @Test
    void refusesARememberedTokenOnceItHasExpired() {
        String token = token(20);
        verify(token);

        clock.advance(Duration.ofSeconds(26));
        assertThat(tokens.known(TokenHash.of(token))).isNull();
        assertThatExceptionOfType(Rejection.class).isThrownBy(() -> verify(token));
    }

    @Test
    void isBounded() {
        for (int i = 0; i < 300; i++) {
            verify(token(300));
        }
        assertThat(tokens.size()).isLessThanOrEqualTo(100);
    }

    @Test
    void neverRemembersARefusal() {
        for (int i = 0; i < 10; i++) {
            String forged = StandInKeycloak.sign(TestKeys.foreign("k1"), JWSAlgorithm.RS256, claims(300));
            assertThatExceptionOfType(Rejection.class).isThrownBy(() -> verify(forged));
        }
        assertThat(tokens.size()).isZero();
    }

    @Test
    void followsAKeyRotation() {
        published.set(TestKeys.genuine("k2"));
        String token = token(300);
        assertThat(verify(token)).isNull();

        clock.advance(Duration.ofSeconds(6));
        assertThat(tokens.verifyWithFreshKeys(TokenHash.of(token), token).block())
                .isNotNull();
        assertThat(verify(token)).isNotNull();
    }

    @Test
    void refusesAKeyThatNobodyPublishes() {
        String token = StandInKeycloak.sign(TestKeys.genuine("k9"), JWSAlgorithm.RS256, claims(300));

        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() ->
                        tokens.verifyWithFreshKeys(TokenHash.of(token), token).block());
    }

    private @Nullable Caller verify(String token) {
        return tokens.verify(TokenHash.of(token), token);
    }

    private String token(int life) {
        return StandInKeycloak.sign(published.get(), JWSAlgorithm.RS256, claims(life));
    }

    private JWTClaimsSet claims(int life) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer("iss")
                .audience("whatsflow-api")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(life)))
                .jwtID(UUID.randomUUID().toString())
                .claim("typ", "Bearer")
                .claim("uid", UUID.randomUUID().toString())
                .claim("aid", UUID.randomUUID().toString())
                .build();
    }
}
