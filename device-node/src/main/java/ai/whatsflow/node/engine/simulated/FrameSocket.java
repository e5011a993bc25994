package ai.whatsflow.node.engine.simulated;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A socket that carries one JSON object a line. One thread reads, any may write, any may close. */
final class FrameSocket {

    private static final Logger LOG = LoggerFactory.getLogger(FrameSocket.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    /** Longer than two pings: a peer that answers none of them is gone. */
    private static final Duration SILENCE = Duration.ofSeconds(75);

    private final Socket socket = new Socket();
    private final ReentrantLock writing = new ReentrantLock();
    private @Nullable LineReader reader;

    void connect(InetSocketAddress address) throws IOException {
        socket.connect(address, Math.toIntExact(CONNECT_TIMEOUT.toMillis()));
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(Math.toIntExact(SILENCE.toMillis()));
        reader = new LineReader(socket.getInputStream());
    }

    /** The next frame; null at the end of the stream, or when it was never connected. */
    @Nullable
    JsonNode next() throws IOException {
        byte[] line = reader == null ? null : reader.next();
        return line == null ? null : JSON.readTree(line);
    }

    void say(Map<String, ?> frame) throws IOException {
        byte[] line = (JSON.writeValueAsString(frame) + "\n").getBytes(StandardCharsets.UTF_8);
        writing.lock();
        try {
            socket.getOutputStream().write(line);
        } finally {
            writing.unlock();
        }
    }

    /** Never waits: a write that is stuck ends with an exception. */
    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing failed: {}", e.getMessage());
        }
    }
}
