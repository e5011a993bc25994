package ai.whatsflow.platform.encryption;

import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Envelope encryption: every value is sealed with a fresh data key under AES-256-GCM, and the data key with the
 * key-encryption key, whose id stands in front. The context is authenticated but not stored: a value moved to another
 * row does not open. Thread-safe.
 *
 * <p>Layout: version (1 byte), key-id length (1), key id, wrapped data key (60), ciphertext.
 */
public final class Sealer {

    private static final byte VERSION = 1;
    private static final int WRAPPED_KEY_BYTES = 12 + 32 + 16;

    private final String activeKeyId;
    private final Map<String, AesGcmJce> keys = new LinkedHashMap<>();

    /**
     * @param keyEncryptionKeys 256-bit keys by id, the first of which seals; the others only open
     * @throws IllegalArgumentException if there is none, or one has another length
     */
    public Sealer(Map<String, byte[]> keyEncryptionKeys) {
        if (keyEncryptionKeys.isEmpty()) {
            throw new IllegalArgumentException("no encryption key: set whatsflow.encryption.keys to <id>:<base64>");
        }
        try {
            AeadConfig.register();
            for (var entry : keyEncryptionKeys.entrySet()) {
                if (entry.getValue().length != 32) {
                    throw new IllegalArgumentException("encryption key " + entry.getKey() + " is not 32 bytes long");
                }
                keys.put(entry.getKey(), new AesGcmJce(entry.getValue()));
            }
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
        activeKeyId = keyEncryptionKeys.keySet().iterator().next();
    }

    /** Seals under the active key. */
    public byte[] seal(byte[] plain, String context) {
        byte[] associated = context.getBytes(StandardCharsets.UTF_8);
        byte[] dataKey = com.google.crypto.tink.subtle.Random.randBytes(32);
        byte[] id = activeKeyId.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] wrapped = key(activeKeyId).encrypt(dataKey, associated);
            byte[] cipher = new AesGcmJce(dataKey).encrypt(plain, associated);
            return ByteBuffer.allocate(2 + id.length + wrapped.length + cipher.length)
                    .put(VERSION)
                    .put((byte) id.length)
                    .put(id)
                    .put(wrapped)
                    .put(cipher)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    /**
     * Opens what {@link #seal} made under the same context.
     *
     * @throws IllegalArgumentException if it was altered, belongs to another context, or its key is gone
     */
    public byte[] open(byte[] sealed, String context) {
        byte[] associated = context.getBytes(StandardCharsets.UTF_8);
        try {
            ByteBuffer in = ByteBuffer.wrap(sealed);
            if (in.get() != VERSION) {
                throw new IllegalArgumentException("unknown seal version");
            }
            byte[] wrapped = new byte[WRAPPED_KEY_BYTES];
            String id = readKeyId(in);
            in.get(wrapped);
            byte[] cipher = new byte[in.remaining()];
            in.get(cipher);
            return new AesGcmJce(key(id).decrypt(wrapped, associated)).decrypt(cipher, associated);
        } catch (GeneralSecurityException | java.nio.BufferUnderflowException altered) {
            throw new IllegalArgumentException("this value does not open here");
        }
    }

    /** The id of the key that sealed this value, to find what still has to be re-sealed after a rotation. */
    public static String keyIdOf(byte[] sealed) {
        ByteBuffer in = ByteBuffer.wrap(sealed);
        in.get();
        return readKeyId(in);
    }

    private static String readKeyId(ByteBuffer in) {
        byte[] id = new byte[in.get()];
        in.get(id);
        return new String(id, StandardCharsets.UTF_8);
    }

    private AesGcmJce key(String id) {
        @Nullable AesGcmJce key = keys.get(id);
        if (key == null) {
            throw new IllegalArgumentException("encryption key " + id + " is not configured");
        }
        return key;
    }
}
