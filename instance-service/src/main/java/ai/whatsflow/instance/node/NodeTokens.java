package ai.whatsflow.instance.node;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks tokens that nodes sign: RS256 by the key the registry enrolled, for this audience, short-lived. */
@Component
public class NodeTokens {

    static final String AUDIENCE = "whatsflow-nodes";
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(60);
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final Nodes nodes;
    private final Clock clock;

    NodeTokens(Nodes nodes, Clock clock) {
        this.nodes = nodes;
        this.clock = clock;
    }

    /** @return who signed the token, or empty for anything that is not a valid token of an enrolled node */
    public Optional<NodeCaller> verify(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm()) || !isForUsAndFresh(claims)) {
                return Optional.empty();
            }
            UUID serverId = UUID.fromString(claims.getSubject());
            @Nullable String key = nodes.find(serverId).map(Node::publicKey).orElse(null);
            if (key == null || !jwt.verify(new RSASSAVerifier(RSAKey.parse(key)))) {
                return Optional.empty();
            }
            return Optional.of(new NodeCaller(serverId, UUID.fromString(claims.getStringClaim("boot"))));
        } catch (ParseException | JOSEException | IllegalArgumentException notAToken) {
            return Optional.empty();
        }
    }

    private boolean isForUsAndFresh(JWTClaimsSet claims) throws ParseException {
        Instant now = clock.instant();
        return claims.getSubject() != null
                && claims.getSubject().equals(claims.getIssuer())
                && claims.getAudience().contains(AUDIENCE)
                && claims.getStringClaim("boot") != null
                && claims.getExpirationTime() != null
                && claims.getExpirationTime().toInstant().isAfter(now.minus(SKEW))
                && claims.getExpirationTime()
                        .toInstant()
                        .isBefore(now.plus(LONGEST_LIFE).plus(SKEW));
    }
}
