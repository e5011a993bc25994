package ai.whatsflow.serverregistry.enrolment;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/** The public half of a node's RSA key, of at least 2048 bits. */
public record NodeKey(String keyId, String json) {

    private static final int MINIMUM_BITS = 2048;

    /** Reads a JWK; empty if it is not an RSA public key that is strong enough, or carries private parts. */
    public static Optional<NodeKey> read(Map<String, Object> jwk) {
        try {
            if (!(JWK.parse(jwk) instanceof RSAKey key) || key.isPrivate() || key.size() < MINIMUM_BITS) {
                return Optional.empty();
            }
            String keyId = key.getKeyID() == null ? key.computeThumbprint().toString() : key.getKeyID();
            RSAKey canonical = new RSAKey.Builder(key.getModulus(), key.getPublicExponent())
                    .keyID(keyId)
                    .build();
            return Optional.of(new NodeKey(keyId, canonical.toJSONString()));
        } catch (ParseException | JOSEException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
