package ai.whatsflow.node.eventlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the platform is told. String forms leave out codes and texts, because they end up in logs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface EventPayload {

    /** The name on the wire. */
    String type();

    record SessionState(
            String state,
            @Nullable Qr qr,
            @Nullable String phone,
            @Nullable String reason) implements EventPayload {

        @Override
        public String type() {
            return "session-state";
        }
    }

    record Qr(String code, int attempt, int of, Instant expiresAt) {

        @Override
        public String toString() {
            return "Qr[" + attempt + " of " + of + "]";
        }
    }

    record Sent(@Nullable UUID messageId, String whatsappId) implements EventPayload {

        @Override
        public String type() {
            return "sent";
        }
    }

    record Failed(@Nullable UUID messageId, String whatsappId, String reason) implements EventPayload {

        @Override
        public String type() {
            return "failed";
        }
    }

    record Delivered(String whatsappId, @Nullable UUID messageId) implements EventPayload {

        @Override
        public String type() {
            return "delivered";
        }
    }

    record Read(String whatsappId, @Nullable UUID messageId) implements EventPayload {

        @Override
        public String type() {
            return "read";
        }
    }

    record Played(String whatsappId, @Nullable UUID messageId) implements EventPayload {

        @Override
        public String type() {
            return "played";
        }
    }

    record Inbound(String whatsappId, String from, String text) implements EventPayload {

        @Override
        public String type() {
            return "inbound";
        }

        @Override
        public String toString() {
            return "Inbound[" + whatsappId + "]";
        }
    }
}
