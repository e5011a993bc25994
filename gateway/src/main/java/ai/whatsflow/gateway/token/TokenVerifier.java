package ai.whatsflow.gateway.token;

import ai.whatsflow.gateway.directory.Caller;
import ai.whatsflow.gateway.problem.GatewayProblem;
import ai.whatsflow.gateway.problem.Rejection;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Verifies one of Keycloak's access tokens of a person: RS256 and nothing else, by a key of the realm, for this
 * audience, from this issuer, in its time, an access token by its type, and with the ids of a user and an account.
 */
public final class TokenVerifier {

    /** What came of it; a token that is not valid is a rejection instead. */
    public sealed interface Outcome {}

    public record Genuine(Caller caller, long expiresAt) implements Outcome {}

    public record UnknownKey() implements Outcome {}

    private final SigningKeys keys;
    private final String issuer;
    private final String audience;
    private final long skew;
    private final Clock clock;

    public TokenVerifier(SigningKeys keys, String issuer, TokenProperties properties, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.audience = properties.audience();
        this.skew = properties.skew().toMillis();
        this.clock = clock;
    }

    Outcome verify(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWSHeader header = jwt.getHeader();
            String keyId = header.getKeyID();
            if (!JWSAlgorithm.RS256.equals(header.getAlgorithm()) || keyId == null) {
                throw invalid();
            }
            JWSVerifier verifier = keys.find(keyId);
            if (verifier == null) {
                return new UnknownKey();
            }
            if (!jwt.verify(verifier)) {
                throw invalid();
            }
            return genuine(header, jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException unreadable) {
            throw invalid();
        }
    }

    private Genuine genuine(JWSHeader header, JWTClaimsSet claims) throws ParseException {
        long now = clock.millis();
        Date expires = claims.getExpirationTime();
        Date notBefore = claims.getNotBeforeTime();
        Date issued = claims.getIssueTime();
        boolean inTime = expires != null
                && issued != null
                && now < expires.getTime() + skew
                && issued.getTime() <= now + skew
                && (notBefore == null || notBefore.getTime() <= now + skew);
        if (!inTime) {
            throw Rejection.of(GatewayProblem.UNAUTHENTICATED, "The access token has expired or is not valid yet.");
        }
        if (!issuer.equals(claims.getIssuer()) || !claims.getAudience().contains(audience) || !access(header, claims)) {
            throw invalid();
        }
        String userId = claims.getStringClaim("uid");
        String accountId = claims.getStringClaim("aid");
        if (userId == null || accountId == null) {
            throw Rejection.of(GatewayProblem.FORBIDDEN, "Only people and API keys come in here.");
        }
        Caller caller = Caller.person(UUID.fromString(userId), UUID.fromString(accountId), issued.getTime());
        return new Genuine(caller, expires.getTime() + skew);
    }

    /** Keycloak says it in a claim ("Bearer", where identity and refresh tokens say "ID" and "Refresh"). */
    private static boolean access(JWSHeader header, JWTClaimsSet claims) throws ParseException {
        JOSEObjectType type = header.getType();
        String claimed = claims.getStringClaim("typ");
        if (claimed != null) {
            return claimed.equals("Bearer") && (type == null || isJwt(type));
        }
        return type != null && type.getType().equalsIgnoreCase("at+jwt");
    }

    private static boolean isJwt(@Nullable JOSEObjectType type) {
        return type != null
                && (type.getType().equalsIgnoreCase("JWT") || type.getType().equalsIgnoreCase("at+jwt"));
    }

    static Rejection refuse(boolean keysLoaded) {
        return keysLoaded
                ? invalid()
                : Rejection.retryLater(
                        GatewayProblem.DEPENDENCY_UNAVAILABLE, "Tokens can't be checked yet.", Duration.ofSeconds(2));
    }

    private static Rejection invalid() {
        return Rejection.of(GatewayProblem.UNAUTHENTICATED, "The access token is not valid.");
    }
}
