package ai.whatsflow.platform.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SealerTests {

    private static final byte[] SECRET = "noise-key-and-ratchet".getBytes(StandardCharsets.UTF_8);

    private final Sealer sealer = new Sealer(Map.of("k1", key(1)));

    @Test
    void opensWhatItSealed() {
        byte[] sealed = sealer.seal(SECRET, "vault/1");
        assertThat(sealer.open(sealed, "vault/1")).isEqualTo(SECRET);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("noise-key");
        assertThat(sealer.seal(SECRET, "vault/1")).isNotEqualTo(sealed);
    }

    @Test
    void refusesAnotherContextAndEveryAlteredByte() {
        byte[] sealed = sealer.seal(SECRET, "vault/1");
        assertThatThrownBy(() -> sealer.open(sealed, "vault/2")).isInstanceOf(IllegalArgumentException.class);
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> sealer.open(altered, "vault/1"))
                    .as("byte %d", i)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> sealer.open(new byte[] {1, 2}, "vault/1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void opensOldValuesAfterARotation() {
        byte[] old = sealer.seal(SECRET, "vault/1");
        Map<String, byte[]> keys = new LinkedHashMap<>();
        keys.put("k2", key(2));
        keys.put("k1", key(1));
        Sealer rotated = new Sealer(keys);
        assertThat(rotated.open(old, "vault/1")).isEqualTo(SECRET);
        assertThat(Sealer.keyIdOf(rotated.seal(SECRET, "vault/1"))).isEqualTo("k2");
        assertThatThrownBy(() -> new Sealer(Map.of("k2", key(2))).open(old, "vault/1"))
                .hasMessageContaining("k1");
    }

    @Test
    void neverQuotesAKeyInAnError() {
        String key = Base64.getEncoder().encodeToString(key(7));
        assertThatThrownBy(() -> EncryptionAutoConfiguration.parse("k1:" + key + "!"))
                .hasMessageNotContaining(key);
        assertThatThrownBy(() -> EncryptionAutoConfiguration.parse(key)).hasMessageNotContaining(key);
        assertThatThrownBy(() -> new Sealer(EncryptionAutoConfiguration.parse("k1:c2hvcnQ=")))
                .hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> new Sealer(Map.of())).hasMessageContaining("whatsflow.encryption.keys");
    }

    private static byte[] key(int fill) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) fill);
        return key;
    }
}
