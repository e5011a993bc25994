package ai.whatsflow.gateway.world;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** A few RSA keys, made once because that is slow, under any key id. */
public final class TestKeys {

    private static final RSAKey GENUINE = generate();
    private static final RSAKey FOREIGN = generate();

    private TestKeys() {}

    public static RSAKey genuine(String keyId) {
        return named(GENUINE, keyId);
    }

    /** Another key, whatever it calls itself. */
    public static RSAKey foreign(String keyId) {
        return named(FOREIGN, keyId);
    }

    private static RSAKey named(RSAKey key, String keyId) {
        return new RSAKey.Builder(key).keyID(keyId).keyUse(KeyUse.SIGNATURE).build();
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
