package ai.whatsflow.simulator.network;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message a device sent, seen once per sender and WhatsApp id however often it came. */
public record Message(
        String whatsappId,
        PhoneNumber sender,
        PhoneNumber recipient,
        String text,
        String deviceId,
        String client,
        Instant acceptedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant readAt) {

    Message delivered(Instant at) {
        return new Message(whatsappId, sender, recipient, text, deviceId, client, acceptedAt, at, readAt);
    }

    Message read(Instant at) {
        return new Message(whatsappId, sender, recipient, text, deviceId, client, acceptedAt, deliveredAt, at);
    }
}
