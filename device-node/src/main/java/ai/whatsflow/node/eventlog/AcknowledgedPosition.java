package ai.whatsflow.node.eventlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * How far the platform has the log, in a small file beside it. Written by renaming, not synced: when the latest
 * position is lost with the machine, some events go out twice, which the platform takes.
 */
final class AcknowledgedPosition {

    private final Path file;
    private volatile long through;

    private AcknowledgedPosition(Path file, long through) {
        this.file = file;
        this.through = through;
    }

    static AcknowledgedPosition in(Path directory) throws IOException {
        Path file = directory.resolve("acknowledged");
        long through = 0;
        if (Files.exists(file)) {
            try {
                through = Long.parseLong(Files.readString(file).strip());
            } catch (NumberFormatException e) {
                through = 0;
            }
        }
        return new AcknowledgedPosition(file, through);
    }

    long through() {
        return through;
    }

    synchronized void advance(long to) throws IOException {
        if (to <= through) {
            return;
        }
        Path fresh = file.resolveSibling("acknowledged.new");
        Files.writeString(fresh, Long.toString(to));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        through = to;
    }
}
