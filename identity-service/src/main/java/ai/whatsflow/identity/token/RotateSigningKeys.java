package ai.whatsflow.identity.token;

import ai.whatsflow.identity.NewId;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first key, successors in time, and drops the retired. Of several replicas at once one does it. */
@Component
class RotateSigningKeys {

    private static final Logger log = LoggerFactory.getLogger(RotateSigningKeys.class);

    private final SigningKeys keys;
    private final TokenProperties properties;
    private final Clock clock;

    RotateSigningKeys(SigningKeys keys, TokenProperties properties, Clock clock) {
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
    }

    /** The ring as it stands afterwards. */
    @Transactional
    public KeyRing rotate() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        KeyRing ring = keys.ring();
        if (settled(ring, now)) {
            return ring;
        }
        keys.lock();
        ring = keys.ring();
        List<SigningKey> retired = ring.retired(now, properties.publishAhead());
        keys.delete(retired);
        if (ring.needsSuccessor(now, properties.keyLifetime())) {
            SigningKey successor = new SigningKey(generate(), ring.successorActiveFrom(now, properties.publishAhead()));
            keys.insert(successor);
            log.info("new signing key {} from {}", successor.kid(), successor.activeFrom());
        }
        return keys.ring();
    }

    private boolean settled(KeyRing ring, Instant now) {
        return !ring.needsSuccessor(now, properties.keyLifetime())
                && ring.retired(now, properties.publishAhead()).isEmpty();
    }

    private RSAKey generate() {
        try {
            return new RSAKeyGenerator(properties.keyBits())
                    .keyID(NewId.next().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
