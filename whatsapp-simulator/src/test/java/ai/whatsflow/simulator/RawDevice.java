package ai.whatsflow.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the socket protocol by hand, so that it can also speak it wrongly. */
public final class RawDevice implements AutoCloseable {

    public record Credentials(String deviceId, String secret) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Socket socket;
    private final BufferedReader in;

    public RawDevice(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        expect("welcome");
    }

    public static RawDevice online(int port, Credentials credentials, String client) throws IOException {
        RawDevice device = new RawDevice(port);
        device.say(Map.of(
                "type", "hello", "deviceId", credentials.deviceId(), "secret", credentials.secret(), "client", client));
        device.expect("online");
        return device;
    }

    public void say(Map<String, ?> frame) throws IOException {
        raw(JSON.writeValueAsString(frame) + "\n");
    }

    public void raw(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
    }

    public void send(String whatsappId, String to, String text, long messageKey) throws IOException {
        say(Map.of("type", "send", "whatsappId", whatsappId, "to", to, "text", text, "messageKey", messageKey));
    }

    public JsonNode next() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("closed");
        }
        return JSON.readTree(line);
    }

    /** The next frame of this type; frames of other types are passed over. */
    public JsonNode expect(String type) throws IOException {
        while (true) {
            JsonNode frame = next();
            if (frame.get("type").asString().equals(type)) {
                return frame;
            }
            if (frame.get("type").asString().equals("refused")) {
                throw new AssertionError("refused: " + frame);
            }
        }
    }

    public String refusal() throws IOException {
        JsonNode frame = next();
        if (!frame.get("type").asString().equals("refused")) {
            throw new AssertionError("not refused: " + frame);
        }
        return frame.get("reason").asString();
    }

    public boolean closedByPeer() throws IOException {
        try {
            while (in.readLine() != null) {
                // what was on its way before the close
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    public boolean silentFor(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            in.readLine();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(20_000);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
