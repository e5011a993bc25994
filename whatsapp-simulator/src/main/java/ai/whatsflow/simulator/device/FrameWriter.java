package ai.whatsflow.simulator.device;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Writes frames in order without ever making the caller wait: a virtual thread exists only while there is something
 * to write. A device that does not read, until the limit is reached, is cut off. Thread-safe.
 */
final class FrameWriter {

    private static final int LIMIT = 4096;

    private final Socket socket;
    private final ArrayDeque<byte[]> queue = new ArrayDeque<>(4);
    private boolean writing;
    private boolean finishing;

    FrameWriter(Socket socket) {
        this.socket = socket;
    }

    void write(byte[] frame) {
        synchronized (queue) {
            if (finishing) {
                return;
            }
            if (queue.size() >= LIMIT) {
                abort();
                return;
            }
            queue.add(frame);
            startWriting();
        }
    }

    /** Closes the socket after what was written so far has left. */
    void finish() {
        synchronized (queue) {
            finishing = true;
            startWriting();
        }
    }

    void abort() {
        synchronized (queue) {
            finishing = true;
            queue.clear();
        }
        close();
    }

    private void startWriting() {
        if (!writing) {
            writing = true;
            Thread.ofVirtual().name("device-writer").start(this::drain);
        }
    }

    private void drain() {
        try {
            for (byte[] frame = next(); frame != null; frame = next()) {
                socket.getOutputStream().write(frame);
            }
        } catch (IOException e) {
            abort();
        }
    }

    private byte @Nullable [] next() {
        synchronized (queue) {
            byte[] frame = queue.poll();
            if (frame == null) {
                writing = false;
                if (finishing) {
                    close();
                }
            }
            return frame;
        }
    }

    private void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // The other side is gone already: nothing is left to close.
        }
    }
}
