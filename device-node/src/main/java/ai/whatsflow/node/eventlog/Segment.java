package ai.whatsflow.node.eventlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One file of the log, named by the seq of its first record. */
record Segment(Path file, long firstSeq) implements Comparable<Segment> {

    private static final String SUFFIX = ".log";
    private static final int READ_AHEAD = 256 * 1024;

    /** @param end offset behind the last sound record; @param lastSeq 0 when there is none */
    record Extent(long end, long lastSeq) {}

    static Segment startingAt(Path directory, long seq) {
        return new Segment(directory.resolve("%019d%s".formatted(seq, SUFFIX)), seq);
    }

    static List<Segment> in(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .map(file -> new Segment(
                            file, Long.parseLong(file.getFileName().toString().replace(SUFFIX, ""))))
                    .sorted()
                    .toList();
        }
    }

    /** Reads whole, sound records from the start up to the first that is not. */
    Extent scan(Consumer<LogRecord> consumer) throws IOException {
        long lastSeq = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate(READ_AHEAD + RecordFormat.HEADER + RecordFormat.MAX_PAYLOAD);
            long offset = 0;
            while (true) {
                buffer.clear();
                fill(channel, buffer, offset);
                buffer.flip();
                int before = buffer.position();
                for (LogRecord record = RecordFormat.read(buffer); record != null; record = RecordFormat.read(buffer)) {
                    lastSeq = record.seq();
                    consumer.accept(record);
                }
                if (buffer.position() == before) {
                    return new Extent(offset, lastSeq);
                }
                offset += buffer.position() - before;
            }
        }
    }

    private static void fill(FileChannel channel, ByteBuffer buffer, long offset) throws IOException {
        long at = offset;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                return;
            }
            at += read;
        }
    }

    @Override
    public int compareTo(Segment other) {
        return Long.compare(firstSeq, other.firstSeq);
    }
}
