package ai.whatsflow.simulator.device;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of bytes up to a limit. Starts small, because ten thousand devices sit idle at once. Not thread-safe.
 */
final class FrameReader {

    /** A line longer than the limit; what follows it is not read. */
    static final class FrameTooLarge extends IOException {
        FrameTooLarge(int limit) {
            super("a frame has at most " + limit + " bytes");
        }
    }

    private static final int INITIAL = 512;

    private final InputStream in;
    private final int limit;
    private byte[] buffer = new byte[INITIAL];
    private int start;
    private int end;

    FrameReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next line without its end, or null at the end of the stream. A last line without its end is dropped. */
    byte @Nullable [] next() throws IOException {
        int scanned = start;
        while (true) {
            for (int i = scanned; i < end; i++) {
                if (buffer[i] == '\n') {
                    byte[] line = Arrays.copyOfRange(buffer, start, i);
                    start = i + 1;
                    shrink();
                    return line;
                }
            }
            if (end - start > limit) {
                throw new FrameTooLarge(limit);
            }
            int length = end - start;
            makeRoom();
            scanned = start + length;
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                return null;
            }
            end += read;
        }
    }

    private void makeRoom() {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 2, limit + 1));
        }
    }

    private void shrink() {
        if (start == end) {
            start = 0;
            end = 0;
            if (buffer.length > INITIAL) {
                buffer = new byte[INITIAL];
            }
        }
    }
}
