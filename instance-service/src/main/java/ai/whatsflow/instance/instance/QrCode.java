package ai.whatsflow.instance.instance;

import java.time.Instant;

/** A code to scan, the n-th of so many. Whoever scans it links a phone: never logged, never in an event. */
public record QrCode(String code, int attempt, int of, Instant expiresAt) {

    @Override
    public String toString() {
        return "QrCode[hidden, attempt=" + attempt + ", of=" + of + ", expiresAt=" + expiresAt + "]";
    }
}
