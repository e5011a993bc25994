package ai.whatsflow.platform.encryption;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Reads {@code whatsflow.encryption.keys}, a list of {@code <id>:<base64 of 32 bytes>}, the first of which seals. */
@AutoConfiguration
public class EncryptionAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty("whatsflow.encryption.keys")
    Sealer sealer(@Value("${whatsflow.encryption.keys}") String keys) {
        return new Sealer(parse(keys));
    }

    static Map<String, byte[]> parse(String keys) {
        Map<String, byte[]> parsed = new LinkedHashMap<>();
        for (String entry : keys.split(",")) {
            int colon = entry.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException(
                        "whatsflow.encryption.keys: each entry is <id>:<base64 of 32 bytes>");
            }
            parsed.put(
                    entry.substring(0, colon).trim(),
                    decode(entry.substring(colon + 1).trim()));
        }
        return parsed;
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException unreadable) {
            // The cause would quote the key.
            throw new IllegalArgumentException("whatsflow.encryption.keys: a key is not base64");
        }
    }
}
