package ai.whatsflow.voucher.code;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** HMAC-SHA256 under the pepper: what the table can be searched by. Thread-safe. */
@Component
public class CodeHash {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    CodeHash(CodeProperties properties) {
        this.key = new SecretKeySpec(properties.pepper().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    public byte[] of(VoucherCode code) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(code.canonical().getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
