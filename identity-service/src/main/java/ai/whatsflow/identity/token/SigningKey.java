package ai.whatsflow.identity.token;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;

/** A key pair and when it begins to sign. */
record SigningKey(RSAKey pair, Instant activeFrom) {

    String kid() {
        return pair.getKeyID();
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid() + ", " + activeFrom + "]";
    }
}
