package ai.whatsflow.node.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An append-only log in segments. An append is complete when its bytes are synced to disk; appends of many threads
 * share one sync. A record torn by a crash is cut off when the log is opened; whatever was complete before stays. The
 * log ends for good at the first failure of the disk: a sync that failed once says nothing the second time. Thread-safe.
 */
public final class EventLog implements AutoCloseable {

    /** @param keptSegments acknowledged segments that are not deleted */
    public record Settings(long segmentBytes, int keptSegments) {}

    private record Pending(byte[] payload, CompletableFuture<Long> done) {}

    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);
    private static final int QUEUE = 10_000;
    private static final int GROUP = 1_000;

    private final Path directory;
    private final Settings settings;
    private final AcknowledgedPosition acknowledged;
    private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread writer = Thread.ofPlatform().name("event-log").unstarted(this::writeLoop);
    private final Object durable = new Object();

    private final List<Segment> segments = new ArrayList<>();
    private FileChannel channel;
    private long lastSeq;
    private volatile long durableThrough;
    private volatile boolean closing;
    private volatile @Nullable IOException failure;

    private EventLog(Path directory, Settings settings, Consumer<LogRecord> history) throws IOException {
        this.directory = directory;
        this.settings = settings;
        Files.createDirectories(directory);
        this.acknowledged = AcknowledgedPosition.in(directory);
        this.channel = recover(history);
        this.durableThrough = lastSeq;
    }

    /** @param history is given every record that is still there, in order, before the log opens */
    public static EventLog open(Path directory, Settings settings, Consumer<LogRecord> history) throws IOException {
        EventLog log = new EventLog(directory, settings, history);
        log.writer.start();
        return log;
    }

    private FileChannel recover(Consumer<LogRecord> history) throws IOException {
        segments.addAll(Segment.in(directory));
        lastSeq = acknowledged.through();
        for (Segment segment : segments) {
            Segment.Extent extent = segment.scan(history);
            lastSeq = Math.max(lastSeq, Math.max(extent.lastSeq(), segment.firstSeq() - 1));
            long size = Files.size(segment.file());
            if (extent.end() < size) {
                LOG.warn("event log: {} ends in {} torn bytes", segment.file().getFileName(), size - extent.end());
            }
            if (segment.equals(segments.getLast())) {
                FileChannel last = FileChannel.open(segment.file(), StandardOpenOption.WRITE);
                last.truncate(extent.end());
                last.position(extent.end());
                return last;
            }
        }
        return begin(lastSeq + 1);
    }

    private FileChannel begin(long seq) throws IOException {
        Segment segment = Segment.startingAt(directory, seq);
        FileChannel fresh = FileChannel.open(segment.file(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Directories.sync(directory);
        synchronized (segments) {
            segments.add(segment);
        }
        return fresh;
    }

    /**
     * Appends in the order of the calls of one thread. The future completes with the record's seq once it is on disk,
     * on a thread that must not be kept waiting, and exceptionally when it never will be. Waits while the disk is far
     * behind.
     */
    public CompletableFuture<Long> append(byte[] payload) {
        if (payload.length > RecordFormat.MAX_PAYLOAD) {
            throw new IllegalArgumentException("an event has at most " + RecordFormat.MAX_PAYLOAD + " bytes");
        }
        Pending pending = new Pending(payload, new CompletableFuture<>());
        try {
            while (!isOver() && !queue.offer(pending, 100, TimeUnit.MILLISECONDS)) {
                // The disk is behind: wait with it.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            pending.done().completeExceptionally(e);
        }
        if (isOver()) {
            pending.done().completeExceptionally(new IOException("the event log is closed", failure));
        }
        return pending.done();
    }

    private boolean isOver() {
        return closing || failure != null;
    }

    private void writeLoop() {
        List<Pending> group = new ArrayList<>(GROUP);
        try {
            while (!closing || !queue.isEmpty()) {
                Pending first = queue.poll(50, TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    queue.drainTo(group, GROUP - 1);
                    write(group);
                    group.clear();
                }
            }
        } catch (IOException e) {
            failure = e;
            LOG.error("event log: the disk failed; nothing more is taken", e);
            queue.drainTo(group);
            group.forEach(pending -> pending.done().completeExceptionally(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Pending> group) throws IOException {
        int bytes = group.stream()
                .mapToInt(pending -> RecordFormat.HEADER + pending.payload().length)
                .sum();
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        long seq = lastSeq;
        for (Pending pending : group) {
            seq++;
            RecordFormat.write(buffer, new LogRecord(seq, pending.payload()));
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(false);
        long first = lastSeq + 1;
        lastSeq = seq;
        synchronized (durable) {
            durableThrough = seq;
            durable.notifyAll();
        }
        if (channel.position() >= settings.segmentBytes()) {
            channel.close();
            channel = begin(lastSeq + 1);
        }
        for (int i = 0; i < group.size(); i++) {
            group.get(i).done().complete(first + i);
        }
    }

    /** Reads records that are on disk, from the one after {@code seq}. Not thread-safe; one reader at a time. */
    public LogReader readerAfter(long seq) {
        return new LogReader(this, seq + 1);
    }

    List<Segment> segments() {
        synchronized (segments) {
            return List.copyOf(segments);
        }
    }

    public long durableThrough() {
        return durableThrough;
    }

    public long acknowledgedThrough() {
        return acknowledged.through();
    }

    /** Records the platform has not acknowledged. */
    public long backlog() {
        return Math.max(0, durableThrough - acknowledged.through());
    }

    /** Waits until there is a record with this seq on disk, at most so long. */
    boolean await(long seq, long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        synchronized (durable) {
            while (durableThrough < seq) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0 || closing) {
                    return false;
                }
                durable.wait(left);
            }
            return true;
        }
    }

    /** The platform has everything through this seq: files that hold nothing newer are deleted, but for a few. */
    public void acknowledge(long through) {
        try {
            acknowledged.advance(Math.min(through, durableThrough));
            deleteAcknowledged();
        } catch (IOException e) {
            throw new UncheckedIOException("the acknowledged position cannot be written", e);
        }
    }

    private void deleteAcknowledged() throws IOException {
        synchronized (segments) {
            int closed = segments.size() - 1;
            int deletable = 0;
            while (deletable < closed && segments.get(deletable + 1).firstSeq() - 1 <= acknowledged.through()) {
                deletable++;
            }
            for (int i = 0; i < deletable - settings.keptSegments(); i++) {
                Files.deleteIfExists(segments.removeFirst().file());
            }
        }
    }

    /** Whether the disk has taken everything so far. */
    public boolean isSound() {
        return failure == null && writer.isAlive();
    }

    /** Writes what was appended before, then closes. */
    @Override
    public void close() throws IOException {
        closing = true;
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        channel.close();
        synchronized (durable) {
            durable.notifyAll();
        }
    }
}
