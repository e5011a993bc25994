package ai.whatsflow.platform.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Makes bearer tokens: good ones of every kind, and bad ones. Uses real time, as the verifier does. */
public final class TestTokens {

    private final TestIssuer issuer;

    TestTokens(TestIssuer issuer) {
        this.issuer = issuer;
    }

    /** What Keycloak gives a person who signs in. */
    public String user(Party party) {
        return issuer.signKeycloak(user(party, Duration.ofMinutes(5)).build());
    }

    /** What Keycloak gives a service by client credentials. */
    public String service(String clientId) {
        return issuer.signKeycloak(claims(issuer.keycloakIssuer(), Duration.ofMinutes(5))
                .subject("service-account-" + clientId)
                .claim("typ", "Bearer")
                .claim("azp", clientId)
                .build());
    }

    /** What identity-service gives the gateway for an API key of that user. */
    public String apiKey(Party party, UUID apiKeyId, String... scopes) {
        return issuer.signInternal(claims(issuer.internalIssuer(), Duration.ofSeconds(50))
                .subject(apiKeyId.toString())
                .claim("uid", party.userId().toString())
                .claim("aid", party.accountId().toString())
                .claim("scope", String.join(" ", scopes))
                .build());
    }

    /** A token that ran out ten minutes ago. */
    public String expired(Party party) {
        return issuer.signKeycloak(user(party, Duration.ofMinutes(-10)).build());
    }

    /** A token for another audience. */
    public String forAnotherAudience(Party party) {
        return issuer.signKeycloak(
                user(party, Duration.ofMinutes(5)).audience("another-api").build());
    }

    /** A token with the right claims and key id, signed by a key that is not the issuer's. */
    public String forged(Party party) {
        try {
            return TestIssuer.sign(
                    new RSAKeyGenerator(2048).keyID("keycloak-test").generate(),
                    JOSEObjectType.JWT,
                    user(party, Duration.ofMinutes(5)).build());
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private JWTClaimsSet.Builder user(Party party, Duration life) {
        return claims(issuer.keycloakIssuer(), life)
                .subject(UUID.randomUUID().toString())
                .claim("typ", "Bearer")
                .claim("azp", "whatsflow-app")
                .claim("uid", party.userId().toString())
                .claim("aid", party.accountId().toString());
    }

    private static JWTClaimsSet.Builder claims(String issuer, Duration life) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("whatsflow-api")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(life.isNegative() ? now.plus(life).minusSeconds(60) : now))
                .expirationTime(Date.from(now.plus(life)));
    }
}
