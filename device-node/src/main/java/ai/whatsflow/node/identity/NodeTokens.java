package ai.whatsflow.node.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tokens by which the platform knows this node: signed by its own key, for a minute at most. Thread-safe. */
@Component
public class NodeTokens {

    private static final String AUDIENCE = "whatsflow-nodes";
    private static final Duration LIFE = Duration.ofSeconds(50);
    private static final Duration REUSE = Duration.ofSeconds(25);

    private record Token(String text, Instant reusableUntil) {}

    private final NodeIdentity identity;
    private final Clock clock;
    private volatile @Nullable Token current;

    NodeTokens(NodeIdentity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    /** A token that is good for at least another 25 seconds. */
    public String current() {
        Token token = current;
        Instant now = clock.instant();
        if (token == null
                || now.isAfter(token.reusableUntil())
                || now.isBefore(token.reusableUntil().minus(REUSE))) {
            token = new Token(sign(now), now.plus(REUSE));
            current = token;
        }
        return token.text();
    }

    private String sign(Instant now) {
        String serverId = identity.serverId()
                .map(UUID::toString)
                .orElseThrow(() -> new IllegalStateException("this node is not enrolled yet"));
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(serverId)
                .subject(serverId)
                .audience(AUDIENCE)
                .claim("boot", identity.bootId().toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(identity.signingKey().getKeyID())
                .build();
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(identity.signingKey()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("this node's key cannot sign", e);
        }
    }
}
