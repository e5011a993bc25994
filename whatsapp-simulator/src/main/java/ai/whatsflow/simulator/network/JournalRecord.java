package ai.whatsflow.simulator.network;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** One fact in the journal; the state is what replaying them yields. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
    @Type(value = JournalRecord.DeviceLinked.class, name = "device-linked"),
    @Type(value = JournalRecord.DeviceEnded.class, name = "device-ended"),
    @Type(value = JournalRecord.ConflictSeen.class, name = "conflict-seen"),
    @Type(value = JournalRecord.MessageAccepted.class, name = "message-accepted"),
    @Type(value = JournalRecord.DuplicateRefused.class, name = "duplicate-refused"),
    @Type(value = JournalRecord.SendRefused.class, name = "send-refused"),
    @Type(value = JournalRecord.MessageDelivered.class, name = "message-delivered"),
    @Type(value = JournalRecord.MessageRead.class, name = "message-read"),
    @Type(value = JournalRecord.PhoneSent.class, name = "phone-sent"),
    @Type(value = JournalRecord.PushesReceived.class, name = "pushes-received"),
})
sealed interface JournalRecord {

    record DeviceLinked(String deviceId, PhoneNumber phone, String secretHash, Instant at) implements JournalRecord {}

    record DeviceEnded(String deviceId, DeviceStatus status, Instant at) implements JournalRecord {}

    record ConflictSeen(String deviceId, Instant at) implements JournalRecord {}

    record MessageAccepted(
            String deviceId, String client, String whatsappId, PhoneNumber to, String text, long messageKey, Instant at)
            implements JournalRecord {}

    record DuplicateRefused(String deviceId, String whatsappId, long messageKey, Instant at) implements JournalRecord {}

    record SendRefused(String deviceId, Refusal reason, Instant at) implements JournalRecord {}

    record MessageDelivered(PhoneNumber sender, String whatsappId, Instant at) implements JournalRecord {}

    record MessageRead(PhoneNumber sender, String whatsappId, Instant at) implements JournalRecord {}

    record PhoneSent(String whatsappId, PhoneNumber from, PhoneNumber to, String text, Instant at)
            implements JournalRecord {}

    record PushesReceived(String deviceId, long through) implements JournalRecord {}
}
