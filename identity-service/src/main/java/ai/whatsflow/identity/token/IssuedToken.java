package ai.whatsflow.identity.token;

import java.time.Instant;

public record IssuedToken(String text, Instant expiresAt) {

    @Override
    public String toString() {
        return "IssuedToken[expiresAt=" + expiresAt + "]";
    }
}
