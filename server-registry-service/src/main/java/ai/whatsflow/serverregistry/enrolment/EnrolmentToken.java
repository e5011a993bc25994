package ai.whatsflow.serverregistry.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret that enrols one node, once. 256 random bits: its hash needs no salt to be safe at rest. */
public record EnrolmentToken(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static EnrolmentToken random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new EnrolmentToken(
                "wfe_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "EnrolmentToken[hidden]";
    }
}
