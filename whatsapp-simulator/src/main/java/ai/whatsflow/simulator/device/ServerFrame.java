package ai.whatsflow.simulator.device;

import ai.whatsflow.simulator.network.PhoneNumber;
import ai.whatsflow.simulator.network.Push.ReceiptStatus;
import ai.whatsflow.simulator.network.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What WhatsApp says to a device, one JSON object a line. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonSubTypes({
    @Type(value = ServerFrame.Welcome.class, name = "welcome"),
    @Type(value = ServerFrame.Qr.class, name = "qr"),
    @Type(value = ServerFrame.PairingEnded.class, name = "pairing-ended"),
    @Type(value = ServerFrame.Linked.class, name = "linked"),
    @Type(value = ServerFrame.Online.class, name = "online"),
    @Type(value = ServerFrame.Ack.class, name = "ack"),
    @Type(value = ServerFrame.Refused.class, name = "refused"),
    @Type(value = ServerFrame.Receipt.class, name = "receipt"),
    @Type(value = ServerFrame.Inbound.class, name = "inbound"),
    @Type(value = ServerFrame.Conflict.class, name = "conflict"),
    @Type(value = ServerFrame.LoggedOut.class, name = "logged-out"),
    @Type(value = ServerFrame.Banned.class, name = "banned"),
    @Type(value = ServerFrame.Pong.class, name = "pong"),
})
sealed interface ServerFrame {

    record Welcome(boolean simulated, int protocol) implements ServerFrame {}

    record Qr(boolean simulated, String code, int attempt, int of, Instant expiresAt, long expiresInMillis)
            implements ServerFrame {}

    record PairingEnded() implements ServerFrame {}

    record Linked(boolean simulated, String deviceId, String secret, PhoneNumber phone) implements ServerFrame {

        @Override
        public String toString() {
            return "Linked[" + deviceId + "]";
        }
    }

    record Online(boolean simulated, PhoneNumber phone, long lastMessageKey) implements ServerFrame {}

    record Ack(String whatsappId, boolean duplicate, Instant at) implements ServerFrame {}

    record Refused(Refusal reason, @Nullable String whatsappId) implements ServerFrame {}

    record Receipt(long seq, String whatsappId, ReceiptStatus status, Instant at) implements ServerFrame {}

    record Inbound(long seq, String whatsappId, PhoneNumber from, String text, Instant at) implements ServerFrame {}

    record Conflict() implements ServerFrame {}

    record LoggedOut() implements ServerFrame {}

    record Banned() implements ServerFrame {}

    record Pong() implements ServerFrame {}
}
