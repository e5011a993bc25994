package ai.whatsflow.simulator.network;

import ai.whatsflow.simulator.network.JournalRecord.ConflictSeen;
import ai.whatsflow.simulator.network.JournalRecord.DeviceEnded;
import ai.whatsflow.simulator.network.JournalRecord.DeviceLinked;
import ai.whatsflow.simulator.network.JournalRecord.DuplicateRefused;
import ai.whatsflow.simulator.network.JournalRecord.MessageAccepted;
import ai.whatsflow.simulator.network.JournalRecord.MessageDelivered;
import ai.whatsflow.simulator.network.JournalRecord.MessageRead;
import ai.whatsflow.simulator.network.JournalRecord.PhoneSent;
import ai.whatsflow.simulator.network.JournalRecord.PushesReceived;
import ai.whatsflow.simulator.network.JournalRecord.SendRefused;
import ai.whatsflow.simulator.network.Push.Inbound;
import ai.whatsflow.simulator.network.Push.Receipt;
import ai.whatsflow.simulator.network.Push.ReceiptStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What replaying the journal yields. Decides nothing, so that a restart comes out the same. Not thread-safe. */
final class NetworkState {

    private record MessageId(PhoneNumber sender, String whatsappId) {}

    private final Map<String, Device> devices = new LinkedHashMap<>();
    private final Map<PhoneNumber, List<Device>> devicesByPhone = new HashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private final Map<MessageId, Integer> index = new HashMap<>();
    private final Map<PhoneNumber, List<Integer>> inboxes = new LinkedHashMap<>();

    void apply(JournalRecord record) {
        switch (record) {
            case DeviceLinked linked -> link(linked);
            case DeviceEnded ended -> existing(ended.deviceId()).end(ended.status());
            case ConflictSeen seen -> existing(seen.deviceId()).count(new Counts(0, 0, 0, 0, 0, 0, 1));
            case MessageAccepted accepted -> accept(accepted);
            case DuplicateRefused duplicate -> refuseDuplicate(duplicate);
            case SendRefused refused -> existing(refused.deviceId()).count(new Counts(1, 0, 0, 0, 0, 1, 0));
            case MessageDelivered delivered -> deliver(delivered);
            case MessageRead read -> read(read);
            case PhoneSent sent ->
                devicesOf(sent.to())
                        .forEach(device -> device.enqueue(
                                seq -> new Inbound(seq, sent.whatsappId(), sent.from(), sent.text(), sent.at())));
            case PushesReceived received -> existing(received.deviceId()).received(received.through());
        }
    }

    private void link(DeviceLinked linked) {
        Device device = new Device(linked.deviceId(), linked.phone(), linked.secretHash(), linked.at());
        devices.put(device.deviceId, device);
        devicesByPhone.computeIfAbsent(device.phone, phone -> new ArrayList<>()).add(device);
    }

    private void accept(MessageAccepted accepted) {
        Device device = existing(accepted.deviceId());
        index.put(new MessageId(device.phone, accepted.whatsappId()), messages.size());
        messages.add(new Message(
                accepted.whatsappId(),
                device.phone,
                accepted.to(),
                accepted.text(),
                device.deviceId,
                accepted.client(),
                accepted.at(),
                null,
                null));
        device.lastMessageKey = accepted.messageKey();
        device.count(new Counts(1, 1, 0, 0, 0, 0, 0));
    }

    private void refuseDuplicate(DuplicateRefused duplicate) {
        Device device = existing(duplicate.deviceId());
        device.lastMessageKey = duplicate.messageKey();
        device.count(new Counts(1, 0, 0, 0, 1, 0, 0));
    }

    private void deliver(MessageDelivered delivered) {
        int at = position(delivered.sender(), delivered.whatsappId());
        Message message = messages.get(at).delivered(delivered.at());
        messages.set(at, message);
        inboxes.computeIfAbsent(message.recipient(), phone -> new ArrayList<>()).add(at);
        Device device = existing(message.deviceId());
        device.count(new Counts(0, 0, 1, 0, 0, 0, 0));
        device.enqueue(seq -> new Receipt(seq, message.whatsappId(), ReceiptStatus.DELIVERED, delivered.at()));
        devicesOf(message.recipient())
                .forEach(recipient -> recipient.enqueue(seq ->
                        new Inbound(seq, message.whatsappId(), message.sender(), message.text(), delivered.at())));
    }

    private void read(MessageRead read) {
        int at = position(read.sender(), read.whatsappId());
        Message message = messages.get(at).read(read.at());
        messages.set(at, message);
        Device device = existing(message.deviceId());
        device.count(new Counts(0, 0, 0, 1, 0, 0, 0));
        device.enqueue(seq -> new Receipt(seq, message.whatsappId(), ReceiptStatus.READ, read.at()));
    }

    @Nullable
    Device device(String deviceId) {
        return devices.get(deviceId);
    }

    Collection<Device> devices() {
        return devices.values();
    }

    List<Device> devicesOf(PhoneNumber phone) {
        return devicesByPhone.getOrDefault(phone, List.of());
    }

    List<Message> messages() {
        return messages;
    }

    Map<PhoneNumber, List<Integer>> inboxes() {
        return inboxes;
    }

    @Nullable
    Message message(PhoneNumber sender, String whatsappId) {
        Integer at = index.get(new MessageId(sender, whatsappId));
        return at == null ? null : messages.get(at);
    }

    private int position(PhoneNumber sender, String whatsappId) {
        return Objects.requireNonNull(index.get(new MessageId(sender, whatsappId)), "no such message");
    }

    private Device existing(String deviceId) {
        return Objects.requireNonNull(devices.get(deviceId), "no such device");
    }
}
