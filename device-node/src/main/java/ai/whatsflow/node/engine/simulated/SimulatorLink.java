package ai.whatsflow.node.engine.simulated;

import ai.whatsflow.node.engine.OutgoingText;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a device can say to the simulator and hear from it. One thread listens, any may speak, any may close. */
final class SimulatorLink {

    private final FrameSocket socket = new FrameSocket();

    /** Asks for a code that a phone scans. */
    void pair(InetSocketAddress address, String client) throws IOException {
        socket.connect(address);
        socket.say(Map.of("type", "pair", "client", client));
    }

    /** Comes back as a device that was linked before. */
    void hello(InetSocketAddress address, String client, DeviceState device) throws IOException {
        socket.connect(address);
        socket.say(Map.of("type", "hello", "deviceId", device.deviceId(), "secret", device.secret(), "client", client));
    }

    void send(OutgoingText text, long messageKey) throws IOException {
        socket.say(Map.of(
                "type", "send",
                "whatsappId", text.whatsappId(),
                "to", text.to(),
                "text", text.text(),
                "messageKey", messageKey));
    }

    void received(long through) throws IOException {
        socket.say(Map.of("type", "received", "through", through));
    }

    void ping() throws IOException {
        socket.say(Map.of("type", "ping"));
    }

    /** The next frame; null at the end of the stream, or when it was never opened. */
    @Nullable
    SimulatorFrame next() throws IOException {
        JsonNode frame = socket.next();
        return frame == null ? null : new SimulatorFrame(frame);
    }

    /** Never waits: a write that is stuck ends with an exception. */
    void close() {
        socket.close();
    }
}
