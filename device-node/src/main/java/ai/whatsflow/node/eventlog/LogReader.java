package ai.whatsflow.node.eventlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the log forward, segment by segment, never past what is on disk. Not thread-safe. */
public final class LogReader implements AutoCloseable {

    private final EventLog log;
    private long nextSeq;
    private @Nullable Segment segment;
    private @Nullable FileChannel channel;
    private long offset;

    LogReader(EventLog log, long nextSeq) {
        this.log = log;
        this.nextSeq = nextSeq;
    }

    /** Up to so many records and about so many bytes, at least one if there is one; empty after waiting in vain. */
    public List<LogRecord> next(int maxRecords, int maxBytes, long waitMillis)
            throws IOException, InterruptedException {
        if (!log.await(nextSeq, waitMillis)) {
            return List.of();
        }
        long limit = log.durableThrough();
        List<LogRecord> records = new ArrayList<>();
        int bytes = 0;
        while (nextSeq <= limit && records.size() < maxRecords && bytes < maxBytes) {
            LogRecord record = read();
            if (record == null) {
                if (!moveOn()) {
                    break;
                }
            } else if (record.seq() >= nextSeq) {
                records.add(record);
                bytes += record.payload().length;
                nextSeq = record.seq() + 1;
            }
        }
        return records;
    }

    /** Reads again from this seq on. */
    public void rewind(long seq) throws IOException {
        close();
        nextSeq = seq;
    }

    private @Nullable LogRecord read() throws IOException {
        FileChannel open = channel == null ? open(holding(nextSeq)) : channel;
        ByteBuffer header = ByteBuffer.allocate(RecordFormat.HEADER);
        if (!readFully(open, header, offset)) {
            return null;
        }
        int length = header.getInt(0);
        if (length < 0 || length > RecordFormat.MAX_PAYLOAD) {
            return null;
        }
        ByteBuffer whole = ByteBuffer.allocate(RecordFormat.HEADER + length);
        if (!readFully(open, whole, offset)) {
            return null;
        }
        LogRecord record = RecordFormat.read(whole.flip());
        if (record != null) {
            offset += whole.limit();
        }
        return record;
    }

    private Segment holding(long seq) {
        List<Segment> all = log.segments();
        Segment found = all.getFirst();
        for (Segment candidate : all) {
            if (candidate.firstSeq() <= seq) {
                found = candidate;
            }
        }
        return found;
    }

    /** To the next segment, once this one has nothing sound left. */
    private boolean moveOn() throws IOException {
        Segment current = segment;
        for (Segment candidate : log.segments()) {
            if (current != null && candidate.firstSeq() > current.firstSeq()) {
                open(candidate);
                return true;
            }
        }
        return false;
    }

    private FileChannel open(Segment target) throws IOException {
        close();
        FileChannel opened = FileChannel.open(target.file(), StandardOpenOption.READ);
        segment = target;
        channel = opened;
        offset = 0;
        return opened;
    }

    private static boolean readFully(FileChannel from, ByteBuffer into, long at) throws IOException {
        while (into.hasRemaining()) {
            int read = from.read(into, at + into.position());
            if (read < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
        channel = null;
        segment = null;
    }
}
