package ai.whatsflow.node.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTests {

    private static final EventLog.Settings ONE_FILE = new EventLog.Settings(1 << 20, 0);
    private static final EventLog.Settings SMALL_FILES = new EventLog.Settings(200, 0);

    @TempDir
    Path parent;

    private Path directory;

    @BeforeEach
    void directory() {
        directory = parent.resolve("events");
    }

    @Test
    void givesBackWhatWasAppendedInOrder() throws Exception {
        try (EventLog log = open(ONE_FILE)) {
            assertThat(log.append(bytes("one")).get()).isEqualTo(1);
            assertThat(log.append(bytes("two")).get()).isEqualTo(2);
            assertThat(read(log, 0)).containsExactly("1 one", "2 two");
            assertThat(log.backlog()).isEqualTo(2);
        }
    }

    @Test
    void countsOnAcrossRestarts() throws Exception {
        for (int round = 1; round <= 5; round++) {
            try (EventLog log = open(SMALL_FILES)) {
                assertThat(log.append(bytes("round " + round)).get()).isEqualTo(round);
            }
        }
        List<String> history = new ArrayList<>();
        try (EventLog log = EventLog.open(directory, SMALL_FILES, record -> history.add(text(record)))) {
            assertThat(history).hasSize(5).startsWith("1 round 1");
            assertThat(read(log, 2)).containsExactly("3 round 3", "4 round 4", "5 round 5");
        }
    }

    @Test
    void countsOnWhenEverythingWasAcknowledgedAndDeleted() throws Exception {
        try (EventLog log = open(SMALL_FILES)) {
            append(log, 100);
            log.acknowledge(100);
            assertThat(segments()).hasSize(1);
        }
        try (EventLog log = open(SMALL_FILES)) {
            assertThat(log.backlog()).isZero();
            assertThat(log.append(bytes("next")).get()).isEqualTo(101);
        }
    }

    @Test
    void deletesOnlyWholeFilesThatAreAcknowledged() throws Exception {
        try (EventLog log = open(SMALL_FILES)) {
            append(log, 100);
            log.acknowledge(50);
            assertThat(read(log, 50)).hasSize(50).startsWith("51 event");
            assertThat(log.backlog()).isEqualTo(50);
        }
    }

    @Test
    void keepsSomeAcknowledgedFilesForTheMemoryOfTheNextProcess() throws Exception {
        try (EventLog log = open(new EventLog.Settings(200, 3))) {
            append(log, 100);
            log.acknowledge(100);
            assertThat(segments().size()).isBetween(3, 4);
        }
    }

    @Test
    void neverMovesBackWhatIsAcknowledged() throws Exception {
        try (EventLog log = open(ONE_FILE)) {
            append(log, 10);
            log.acknowledge(7);
            log.acknowledge(3);
            assertThat(log.acknowledgedThrough()).isEqualTo(7);
            log.acknowledge(99);
            assertThat(log.acknowledgedThrough()).isEqualTo(10);
        }
    }

    @Test
    void losesNothingButTheTornRecordWhereverTheFileEnds() throws Exception {
        try (EventLog log = open(ONE_FILE)) {
            append(log, 3);
        }
        Path file = segments().getFirst();
        byte[] whole = Files.readAllBytes(file);
        int record = whole.length / 3;
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            try (EventLog log = open(ONE_FILE)) {
                assertThat(read(log, 0)).as("cut at %d", length).hasSize(length / record);
                assertThat(log.append(bytes("event")).get()).isEqualTo(length / record + 1);
            }
        }
    }

    @Test
    void stopsAtARecordWhoseBytesChanged() throws Exception {
        try (EventLog log = open(ONE_FILE)) {
            append(log, 3);
        }
        Path file = segments().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        try (EventLog log = open(ONE_FILE)) {
            assertThat(read(log, 0)).hasSize(2);
        }
    }

    @Test
    void cutsOffRubbishAtTheEnd() throws Exception {
        try (EventLog log = open(ONE_FILE)) {
            append(log, 2);
        }
        byte[] rubbish = new byte[500];
        new Random(7).nextBytes(rubbish);
        Files.write(segments().getFirst(), rubbish, StandardOpenOption.APPEND);
        try (EventLog log = open(ONE_FILE)) {
            assertThat(log.append(bytes("third")).get()).isEqualTo(3);
            assertThat(read(log, 0)).hasSize(3);
        }
    }

    @Test
    void keepsTheOrderOfEachOfManyThreads() throws Exception {
        try (EventLog log = open(new EventLog.Settings(10_000, 0))) {
            List<Thread> threads = Stream.of("a", "b", "c", "d")
                    .map(name -> Thread.ofVirtual().start(() -> {
                        for (int i = 0; i < 500; i++) {
                            log.append(bytes(name + i));
                        }
                    }))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
            log.append(bytes("last")).get();
            List<String> all = read(log, 0);
            assertThat(all).hasSize(2001);
            for (String name : List.of("a", "b", "c", "d")) {
                assertThat(all.stream().map(line -> line.split(" ")[1]).filter(line -> line.startsWith(name)))
                        .containsExactlyElementsOf(
                                LongStream.range(0, 500).mapToObj(i -> name + i).toList());
            }
        }
    }

    @Test
    void refusesWhatIsTooLargeAndWhatComesAfterTheEnd() throws Exception {
        EventLog log = open(ONE_FILE);
        assertThatThrownBy(() -> log.append(new byte[2 << 20])).isInstanceOf(IllegalArgumentException.class);
        log.close();
        CompletableFuture<Long> late = log.append(bytes("late"));
        assertThat(late).isCompletedExceptionally();
        assertThat(log.isSound()).isFalse();
    }

    private EventLog open(EventLog.Settings settings) throws IOException {
        return EventLog.open(directory, settings, record -> {});
    }

    private static void append(EventLog log, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            log.append(bytes("event")).get();
        }
    }

    private static List<String> read(EventLog log, long after) throws Exception {
        List<String> lines = new ArrayList<>();
        try (LogReader reader = log.readerAfter(after)) {
            for (List<LogRecord> batch = reader.next(7, 100, 0); !batch.isEmpty(); batch = reader.next(7, 100, 0)) {
                batch.forEach(record -> lines.add(text(record)));
            }
        }
        return lines;
    }

    private List<Path> segments() throws IOException {
        return Segment.in(directory).stream().map(Segment::file).toList();
    }

    private static String text(LogRecord record) {
        return record.seq() + " " + new String(record.payload(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
