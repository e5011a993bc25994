package ai.whatsflow.node.engine.simulated;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines of bytes, with a small buffer as long as nothing large arrives. Not thread-safe. */
final class LineReader {

    private static final int INITIAL = 512;
    private static final int LIMIT = 256 * 1024;

    private final InputStream in;
    private byte[] buffer = new byte[INITIAL];
    private int start;
    private int end;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line without its end; null at the end of the stream. */
    byte @Nullable [] next() throws IOException {
        int scanned = start;
        while (true) {
            for (int i = scanned; i < end; i++) {
                if (buffer[i] == '\n') {
                    byte[] line = Arrays.copyOfRange(buffer, start, i);
                    start = i + 1;
                    rest();
                    return line;
                }
            }
            scanned = compact();
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                return null;
            }
            end += read;
        }
    }

    private int compact() throws IOException {
        int length = end - start;
        if (length > LIMIT) {
            throw new IOException("a line of more than " + LIMIT + " bytes");
        }
        System.arraycopy(buffer, start, buffer, 0, length);
        start = 0;
        end = length;
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        return length;
    }

    private void rest() {
        if (start == end) {
            start = 0;
            end = 0;
            if (buffer.length > INITIAL) {
                buffer = new byte[INITIAL];
            }
        }
    }
}
