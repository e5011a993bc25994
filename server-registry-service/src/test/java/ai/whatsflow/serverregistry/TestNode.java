package ai.whatsflow.serverregistry;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A node with a key of its own, as far as the registry can see one. */
final class TestNode {

    private final RSAKey key;

    TestNode() {
        try {
            key = new RSAKeyGenerator(2048).keyID("node").generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    Map<String, Object> publicKey() {
        return key.toPublicJWK().toJSONObject();
    }

    Map<String, Object> privateKey() {
        return key.toJSONObject();
    }

    String token(UUID serverId, UUID bootId) {
        return token(serverId, bootId, "whatsflow-nodes", Duration.ofSeconds(50));
    }

    String token(UUID serverId, UUID bootId, String audience, Duration life) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("node").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(serverId.toString())
                            .subject(serverId.toString())
                            .audience(audience)
                            .claim("boot", bootId.toString())
                            .expirationTime(Date.from(Instant.now().plus(life)))
                            .build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static Map<String, Object> registration(UUID bootId) {
        return Map.of(
                "bootId",
                bootId,
                "url",
                "http://127.0.0.1:9/",
                "engines",
                List.of(Map.of("name", "simulated", "version", "1", "idempotentSend", true)),
                "maxDevices",
                100);
    }

    static Map<String, Object> heartbeat(UUID bootId, double cpu) {
        return Map.of(
                "bootId",
                bootId,
                "cpu",
                cpu,
                "memory",
                0.4,
                "disk",
                0.2,
                "openFiles",
                40,
                "sessions",
                Map.of("ONLINE", 2),
                "sendsInFlight",
                0,
                "eventBacklog",
                0,
                "draining",
                false);
    }
}
