package ai.whatsflow.identity.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The public halves of all keys on the ring. */
@Component
public class PublishedKeys {

    private final CurrentKeyRing ring;

    PublishedKeys(CurrentKeyRing ring) {
        this.ring = ring;
    }

    /** A JWK Set as RFC 7517 has it. */
    public Map<String, Object> jwks() {
        return new JWKSet(ring.get().keys().stream()
                        .map(key -> (JWK) key.pair().toPublicJWK())
                        .toList())
                .toJSONObject(true);
    }
}
