package ai.whatsflow.instance.nodeevent;

import ai.whatsflow.instance.instance.QrCode;
import ai.whatsflow.instance.instance.SessionReport;
import ai.whatsflow.instance.instance.SessionState;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a node says of a session. */
final class SessionStateReading {

    private SessionStateReading() {}

    /** @return empty if it says nothing that we understand */
    static Optional<SessionReport> of(NodeEvent event) {
        JsonNode payload = event.payload();
        for (SessionState state : SessionState.values()) {
            if (state.name().equals(payload.path("state").asString(""))) {
                return Optional.of(new SessionReport(
                        event.instanceId(),
                        event.epoch(),
                        event.seq(),
                        event.at(),
                        state,
                        qr(payload.path("qr")),
                        text(payload, "phone"),
                        text(payload, "reason")));
            }
        }
        return Optional.empty();
    }

    static @Nullable String text(JsonNode payload, String field) {
        JsonNode value = payload.path(field);
        return value.isString() ? value.asString() : null;
    }

    private static @Nullable QrCode qr(JsonNode qr) {
        String code = text(qr, "code");
        String expiresAt = text(qr, "expiresAt");
        if (code == null || expiresAt == null) {
            return null;
        }
        try {
            return new QrCode(code, qr.path("attempt").asInt(1), qr.path("of").asInt(1), Instant.parse(expiresAt));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
