package ai.whatsflow.node;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another process that uses a device's credentials. */
final class SecondSocket implements AutoCloseable {

    private final Socket socket;
    private volatile boolean open = true;

    private SecondSocket(Socket socket) {
        this.socket = socket;
    }

    static SecondSocket of(JsonNode state, int port) throws IOException {
        SecondSocket second = new SecondSocket(new Socket("127.0.0.1", port));
        String hello = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "type",
                        "hello",
                        "deviceId",
                        state.get("deviceId").asString(),
                        "secret",
                        state.get("secret").asString(),
                        "client",
                        "other"));
        second.socket.getOutputStream().write((hello + "\n").getBytes(StandardCharsets.UTF_8));
        Thread.ofVirtual().start(second::drain);
        return second;
    }

    private void drain() {
        try {
            while (socket.getInputStream().read() >= 0) {
                // whatever the simulator says
            }
        } catch (IOException e) {
            // closed
        } finally {
            open = false;
        }
    }

    boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
