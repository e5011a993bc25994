package ai.whatsflow.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Signs access tokens by which services recognise an API key, its user and account (RFC 9068). */
@Component
public class IssueToken {

    private static final String AUDIENCE = "whatsflow-api";
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private final CurrentKeyRing ring;
    private final TokenProperties properties;
    private final String issuer;
    private final Clock clock;

    IssueToken(
            CurrentKeyRing ring,
            TokenProperties properties,
            @Value("${whatsflow.security.internal-issuer}") String issuer,
            Clock clock) {
        this.ring = ring;
        this.properties = properties;
        this.issuer = issuer;
        this.clock = clock;
    }

    public IssuedToken issue(UUID apiKeyId, UUID userId, UUID accountId, List<String> scopes) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(properties.lifespan());
        SigningKey key = ring.get()
                .active(clock.instant())
                .orElseThrow(() -> new IllegalStateException("no signing key has begun"));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(ACCESS_TOKEN)
                        .keyID(key.kid())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience(AUDIENCE)
                        .subject(apiKeyId.toString())
                        .claim("uid", userId.toString())
                        .claim("aid", accountId.toString())
                        .claim("scope", String.join(" ", scopes))
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(expiresAt))
                        .build());
        try {
            token.sign(new RSASSASigner(key.pair()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new IssuedToken(token.serialize(), expiresAt);
    }
}
