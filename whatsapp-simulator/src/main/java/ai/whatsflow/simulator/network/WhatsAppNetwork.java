package ai.whatsflow.simulator.network;

import ai.whatsflow.simulator.network.ConnectResult.Connected;
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
import ai.whatsflow.simulator.network.SendResult.Accepted;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * WhatsApp itself: decides, writes the fact to the journal, applies it, and tells the sockets concerned. One lock
 * over everything: a simulator is judged by its truth, and it stays far below what one lock carries. Thread-safe.
 */
public final class WhatsAppNetwork {

    private final NetworkState state = new NetworkState();
    private final Journal journal;
    private final Clock clock;
    private final int pushWindow;

    private WhatsAppNetwork(Journal journal, Clock clock, int pushWindow) {
        this.journal = journal;
        this.clock = clock;
        this.pushWindow = pushWindow;
    }

    public static WhatsAppNetwork recover(Journal journal, Clock clock, int pushWindow) throws IOException {
        WhatsAppNetwork network = new WhatsAppNetwork(journal, clock, pushWindow);
        journal.replay(network.state::apply);
        return network;
    }

    public synchronized Linked link(PhoneNumber phone, LiveSocket socket) {
        Linked linked = new Linked(UUID.randomUUID().toString(), Secrets.fresh(), phone);
        record(new DeviceLinked(linked.deviceId(), phone, Secrets.hash(linked.secret()), clock.instant()));
        device(linked.deviceId()).attach(socket, clock.instant());
        return linked;
    }

    public synchronized ConnectResult connect(String deviceId, String secret, LiveSocket socket) {
        Device device = state.device(deviceId);
        if (device == null || !Secrets.matches(secret, device.secretHash)) {
            return new ConnectResult.Refused(Refusal.UNKNOWN_CREDENTIALS);
        }
        switch (device.status) {
            case LOGGED_OUT -> {
                return new ConnectResult.Refused(Refusal.LOGGED_OUT);
            }
            case BANNED -> {
                return new ConnectResult.Refused(Refusal.BANNED);
            }
            case LINKED -> replace(device, socket);
        }
        return new Connected(device.phone, device.lastMessageKey);
    }

    private void replace(Device device, LiveSocket socket) {
        LiveSocket former = device.socket();
        device.attach(socket, clock.instant());
        if (former != null) {
            record(new ConflictSeen(device.deviceId, clock.instant()));
            former.end(Ending.CONFLICT);
        }
    }

    /** What is pending flows from now on: called once the socket has been told that it is online. */
    public synchronized void ready(String deviceId, LiveSocket socket) {
        Device device = device(deviceId);
        if (device.socket() == socket) {
            device.greet();
            device.pump(pushWindow);
        }
    }

    public synchronized void disconnect(String deviceId, LiveSocket socket) {
        Device device = device(deviceId);
        if (device.socket() == socket) {
            device.detach();
        }
    }

    public synchronized SendResult send(String deviceId, LiveSocket socket, SendRequest request) {
        Device device = device(deviceId);
        if (device.socket() != socket) {
            return new SendResult.Refused(Refusal.REPLACED);
        }
        Instant now = clock.instant();
        Optional<Refusal> malformation = request.malformation();
        if (malformation.isEmpty() && request.messageKey() <= device.lastMessageKey) {
            malformation = Optional.of(Refusal.KEY_REUSED);
        }
        if (malformation.isPresent()) {
            record(new SendRefused(deviceId, malformation.get(), now));
            return new SendResult.Refused(malformation.get());
        }
        if (device.firstSendAt == null) {
            device.firstSendAt = now;
        }
        Message known = state.message(device.phone, request.whatsappId());
        if (known != null) {
            record(new DuplicateRefused(deviceId, request.whatsappId(), request.messageKey(), now));
            return new Accepted(known, true, now);
        }
        record(new MessageAccepted(
                deviceId,
                socket.client(),
                request.whatsappId(),
                new PhoneNumber(request.to()),
                request.text(),
                request.messageKey(),
                now));
        return new Accepted(message(device.phone, request.whatsappId()), false, now);
    }

    public synchronized void received(String deviceId, long through) {
        Device device = device(deviceId);
        if (device.received(through)) {
            journal.append(new PushesReceived(deviceId, through));
            device.pump(pushWindow);
        }
    }

    synchronized void deliver(Message message) {
        Message current = message(message.sender(), message.whatsappId());
        if (current.deliveredAt() == null) {
            record(new MessageDelivered(message.sender(), message.whatsappId(), clock.instant()));
            pump(message.deviceId());
            state.devicesOf(message.recipient()).forEach(device -> device.pump(pushWindow));
        }
    }

    synchronized void read(Message message) {
        Message current = message(message.sender(), message.whatsappId());
        if (current.readAt() == null) {
            record(new MessageRead(message.sender(), message.whatsappId(), clock.instant()));
            pump(message.deviceId());
        }
    }

    /** A phone writes to another one: every linked device of the recipient hears it. */
    public synchronized InboundSent phoneSends(PhoneNumber from, PhoneNumber to, String text) {
        String whatsappId = "3A"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 18).toUpperCase(Locale.ROOT);
        record(new PhoneSent(whatsappId, from, to, text, clock.instant()));
        state.devicesOf(to).forEach(device -> device.pump(pushWindow));
        long devices = state.devicesOf(to).stream()
                .filter(device -> device.status == DeviceStatus.LINKED)
                .count();
        return new InboundSent(whatsappId, devices);
    }

    /** Ends the device's link (or only its socket, for {@link Ending#CUT}); false when there is no such device. */
    public synchronized boolean end(String deviceId, Ending ending) {
        Device device = state.device(deviceId);
        if (device == null) {
            return false;
        }
        DeviceStatus status = switch (ending) {
            case LOGGED_OUT -> DeviceStatus.LOGGED_OUT;
            case BANNED -> DeviceStatus.BANNED;
            case CONFLICT, CUT -> device.status;
        };
        if (status != device.status) {
            record(new DeviceEnded(deviceId, status, clock.instant()));
        }
        LiveSocket socket = device.socket();
        if (socket != null) {
            device.detach();
            socket.end(ending);
        }
        return true;
    }

    /** Asks the state under the lock; the answer must not hold on to it. */
    synchronized <T> T ask(Function<NetworkState, T> question) {
        return question.apply(state);
    }

    private void record(JournalRecord record) {
        journal.append(record);
        state.apply(record);
    }

    private void pump(String deviceId) {
        device(deviceId).pump(pushWindow);
    }

    private Device device(String deviceId) {
        Device device = state.device(deviceId);
        if (device == null) {
            throw new IllegalStateException("no such device");
        }
        return device;
    }

    private Message message(PhoneNumber sender, String whatsappId) {
        Message message = state.message(sender, whatsappId);
        if (message == null) {
            throw new IllegalStateException("no such message");
        }
        return message;
    }
}
