package ai.whatsflow.gateway.token;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of a credential: what caches are keyed by, so that no credential is kept in memory or can be read from it. */
public record TokenHash(long a, long b, long c, long d) {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(TokenHash::sha256);

    public static TokenHash of(String credential) {
        byte[] hash = DIGEST.get().digest(credential.getBytes(StandardCharsets.ISO_8859_1));
        return new TokenHash(at(hash, 0), at(hash, 8), at(hash, 16), at(hash, 24));
    }

    @Override
    public int hashCode() {
        return (int) a;
    }

    private static long at(byte[] hash, int offset) {
        return (long) LONGS.get(hash, offset);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
