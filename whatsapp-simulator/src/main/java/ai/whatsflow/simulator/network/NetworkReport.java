package ai.whatsflow.simulator.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers questions about what happened; changes nothing. */
@Component
public class NetworkReport {

    public record DeviceView(
            String deviceId,
            PhoneNumber phone,
            DeviceStatus status,
            boolean online,
            @Nullable String client,
            Instant linkedAt,
            @Nullable Instant connectedAt,
            @Nullable Instant firstSendAt,
            int pendingPushes) {}

    public record Inbox(PhoneNumber recipient, long messages, long distinctMessages) {}

    public record Page<T>(List<T> items, @Nullable Integer next) {}

    private final WhatsAppNetwork network;

    NetworkReport(WhatsAppNetwork network) {
        this.network = network;
    }

    public Counts counts(@Nullable PhoneNumber sender) {
        return network.ask(state -> (sender == null ? state.devices() : state.devicesOf(sender))
                .stream().map(device -> device.counts).reduce(Counts.NONE, Counts::plus));
    }

    public Inbox inbox(PhoneNumber recipient) {
        return network.ask(state -> inbox(state, recipient));
    }

    public Page<Inbox> inboxes(int from, int limit) {
        return network.ask(state -> {
            List<PhoneNumber> recipients =
                    state.inboxes().keySet().stream().skip(from).limit(limit).toList();
            List<Inbox> items = recipients.stream()
                    .map(recipient -> inbox(state, recipient))
                    .toList();
            int next = from + items.size();
            return new Page<>(items, next < state.inboxes().size() ? next : null);
        });
    }

    /** In the order in which they were accepted. */
    public Page<Message> messages(@Nullable PhoneNumber sender, @Nullable PhoneNumber recipient, int from, int limit) {
        return network.ask(state -> {
            List<Message> all = state.messages();
            List<Message> items = new ArrayList<>();
            int at = from;
            for (; at < all.size() && items.size() < limit; at++) {
                Message message = all.get(at);
                if ((sender == null || sender.equals(message.sender()))
                        && (recipient == null || recipient.equals(message.recipient()))) {
                    items.add(message);
                }
            }
            return new Page<>(items, at < all.size() ? at : null);
        });
    }

    public Page<DeviceView> devices(@Nullable PhoneNumber phone, int from, int limit) {
        return network.ask(state -> {
            List<DeviceView> all = (phone == null ? state.devices() : state.devicesOf(phone))
                    .stream()
                            .skip(from)
                            .limit(limit + 1L)
                            .map(NetworkReport::view)
                            .toList();
            return all.size() > limit ? new Page<>(all.subList(0, limit), from + limit) : new Page<>(all, null);
        });
    }

    public Optional<DeviceView> device(String deviceId) {
        return network.ask(state -> Optional.ofNullable(state.device(deviceId)).map(NetworkReport::view));
    }

    public long online() {
        return network.ask(state -> state.devices().stream()
                .filter(device -> device.socket() != null)
                .count());
    }

    public boolean linked(PhoneNumber phone) {
        return network.ask(
                state -> state.devicesOf(phone).stream().anyMatch(device -> device.status == DeviceStatus.LINKED));
    }

    private static Inbox inbox(NetworkState state, PhoneNumber recipient) {
        List<Integer> entries = state.inboxes().getOrDefault(recipient, List.of());
        Set<String> distinct = new HashSet<>();
        entries.forEach(at -> {
            Message message = state.messages().get(at);
            distinct.add(message.sender() + " " + message.whatsappId());
        });
        return new Inbox(recipient, entries.size(), distinct.size());
    }

    private static DeviceView view(Device device) {
        LiveSocket socket = device.socket();
        return new DeviceView(
                device.deviceId,
                device.phone,
                device.status,
                socket != null,
                socket == null ? null : socket.client(),
                device.linkedAt,
                device.connectedAt,
                device.firstSendAt,
                device.pendingPushes());
    }
}
