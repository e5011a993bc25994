package ai.whatsflow.identity.apikey;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** HMAC-SHA256 under the pepper: a copy of the database alone can't even be searched by brute force. Thread-safe. */
@Component
class ApiKeyHasher {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec pepper;

    ApiKeyHasher(ApiKeyProperties properties) {
        pepper = new SecretKeySpec(properties.pepper().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    byte[] hash(ApiKeyText key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(pepper);
            return mac.doFinal(key.reveal().getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
