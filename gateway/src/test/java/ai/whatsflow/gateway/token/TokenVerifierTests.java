package ai.whatsflow.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.problem.Rejection;
import ai.whatsflow.gateway.world.StandInKeycloak;
import ai.whatsflow.gateway.world.TestKeys;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class TokenVerifierTests {

    private static final String ISSUER = "https://id.test/realms/whatsflow";
    private static final RSAKey KEY = TestKeys.genuine("k1");
    private static final UUID USER = UUID.randomUUID();
    private static final UUID ACCOUNT = UUID.randomUUID();

    private final Instant now = Instant.now();
    private final TokenVerifier verifier = verifier();

    @Test
    void readsTheIdsOfAGenuineToken() {
        TokenVerifier.Outcome outcome = verifier.verify(signed(good().build()));

        assertThat(outcome).isInstanceOfSatisfying(TokenVerifier.Genuine.class, genuine -> {
            assertThat(genuine.caller().userId()).isEqualTo(USER);
            assertThat(genuine.caller().accountId()).isEqualTo(ACCOUNT);
            assertThat(genuine.caller().apiKeyId()).isNull();
        });
    }

    @Test
    void asksForTheKeyThatItDoesNotKnow() {
        assertThat(verifier.verify(StandInKeycloak.sign(TestKeys.genuine("other"), JWSAlgorithm.RS256, good().build())))
                .isInstanceOf(TokenVerifier.UnknownKey.class);
    }

    @Test
    void refusesAForgedSignature() {
        refuses(StandInKeycloak.sign(TestKeys.foreign("k1"), JWSAlgorithm.RS256, good().build()));
    }

    @Test
    void refusesAChangedPayload() {
        String[] parts = signed(good().build()).split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace(ACCOUNT.toString(), UUID.randomUUID().toString());
        refuses(parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2]);
    }

    @Test
    void refusesAnUnsignedToken() {
        refuses(new PlainJWT(good().build()).serialize());
    }

    @Test
    void refusesAPublicKeyUsedAsASecret() throws Exception {
        byte[] publicKey = KEY.toRSAPublicKey().getEncoded();
        refuses(StandInKeycloak.sign(new MACSigner(publicKey), "k1", JWSAlgorithm.HS256, good().build()));
        byte[] pem = ("-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(publicKey)
                        + "\n-----END PUBLIC KEY-----")
                .getBytes(StandardCharsets.US_ASCII);
        refuses(StandInKeycloak.sign(new MACSigner(pem), "k1", JWSAlgorithm.HS256, good().build()));
    }

    @Test
    void refusesOtherRsaAlgorithms() {
        refuses(StandInKeycloak.sign(KEY, JWSAlgorithm.RS512, good().build()));
        refuses(StandInKeycloak.sign(KEY, JWSAlgorithm.PS256, good().build()));
    }

    @Test
    void refusesATokenOutsideItsTime() {
        refuses(signed(good().expirationTime(at(-6)).build()));
        refuses(signed(good().expirationTime(null).build()));
        refuses(signed(good().notBeforeTime(at(10)).build()));
        refuses(signed(good().issueTime(at(10)).build()));
        refuses(signed(good().issueTime(null).build()));
    }

    @Test
    void allowsForClocksThatDifferALittle() {
        assertThat(verifier.verify(signed(
                        good().expirationTime(at(-3)).notBeforeTime(at(3)).build())))
                .isInstanceOf(TokenVerifier.Genuine.class);
    }

    @Test
    void refusesAnotherAudienceOrIssuer() {
        refuses(signed(good().audience("account").build()));
        refuses(signed(good().audience((String) null).build()));
        refuses(signed(good().issuer("https://id.test/realms/other").build()));
        refuses(signed(good().issuer(null).build()));
    }

    @Test
    void refusesIdentityAndRefreshTokens() {
        refuses(signed(good().claim("typ", "ID").build()));
        refuses(signed(good().claim("typ", "Refresh").build()));
        refuses(signed(good().claim("typ", null).build()));
    }

    @Test
    void refusesServices() {
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> verifier.verify(
                        signed(good().claim("aid", null).claim("uid", null).build())))
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(GatewayProblem.FORBIDDEN));
    }

    @Test
    void refusesNonsense() {
        for (String nonsense : List.of("", "x", "a.b.c", "..", "e30.e30.e30", "wf_abc")) {
            refuses(nonsense);
        }
        refuses(signed(good().claim("uid", "not-a-uuid").build()));
    }

    private void refuses(String token) {
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> {
                    if (verifier.verify(token) instanceof TokenVerifier.UnknownKey) {
                        throw new AssertionError("must not even look for the key");
                    }
                })
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(GatewayProblem.UNAUTHENTICATED));
    }

    private JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(List.of("account", "whatsflow-api"))
                .issueTime(at(0))
                .expirationTime(at(300))
                .claim("typ", "Bearer")
                .claim("uid", USER.toString())
                .claim("aid", ACCOUNT.toString());
    }

    private Date at(int seconds) {
        return Date.from(now.plusSeconds(seconds));
    }

    private static String signed(JWTClaimsSet claims) {
        return StandInKeycloak.sign(KEY, JWSAlgorithm.RS256, claims);
    }

    private static TokenVerifier verifier() {
        SigningKeys keys = new SigningKeys(
                Mono.just(new JWKSet(KEY.toPublicJWK()).toString()), Duration.ofSeconds(5), Clock.systemUTC());
        keys.refresh().block();
        return new TokenVerifier(keys, ISSUER, Tokens.PROPERTIES, Clock.systemUTC());
    }
}
