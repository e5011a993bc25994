package ai.whatsflow.node.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL to a process that writes the log, at seeded random moments: what it saw completed is there. */
class EventLogCrashIT {

    private static final int ROUNDS = 12;

    @TempDir
    Path directory;

    @Test
    void keepsEveryRecordThatWasReportedDurable() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        long known = 0;
        long total = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path reported = directory.resolve("reported-" + round);
            Process writer = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            directory.resolve("log").toString(),
                            reported.toString(),
                            Long.toString(random.nextLong()))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("output-" + round).toFile())
                    .start();
            while (!Files.exists(reported) && writer.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
            writer.destroyForcibly().waitFor();

            long durable = reportedThrough(reported);
            assertThat(durable == 0 || durable >= known)
                    .as("round %d: %s", round, Files.readString(directory.resolve("output-" + round)))
                    .isTrue();
            total += durable == 0 ? 0 : durable - known;
            List<Long> seqs = new ArrayList<>();
            try (EventLog log = EventLog.open(directory.resolve("log"), new EventLog.Settings(64 * 1024, 0), record -> {
                assertThat(record.payload()).isEqualTo(payload(record.seq()));
                seqs.add(record.seq());
            })) {
                assertThat(log.durableThrough()).isGreaterThanOrEqualTo(durable);
                known = log.durableThrough();
                for (int i = 1; i < seqs.size(); i++) {
                    assertThat(seqs.get(i)).isEqualTo(seqs.get(i - 1) + 1);
                }
                if (random.nextBoolean()) {
                    log.acknowledge(random.nextLong(known + 1));
                }
            }
        }
        assertThat(total).isGreaterThan(ROUNDS);
        System.out.println(known + " records over " + ROUNDS + " kills");
    }

    private static long reportedThrough(Path reported) throws IOException {
        byte[] bytes = Files.readAllBytes(reported);
        int whole = bytes.length / Long.BYTES;
        return whole == 0 ? 0 : ByteBuffer.wrap(bytes).getLong((whole - 1) * Long.BYTES);
    }

    static byte[] payload(long seq) {
        byte[] payload = new byte[(int) (seq * 31 % 900)];
        new Random(seq).nextBytes(payload);
        return payload;
    }

    /** Appends for ever; writes each seq that was reported durable to a file, in order. */
    static final class Writer {

        public static void main(String[] arguments) throws Exception {
            Random random = new Random(Long.parseLong(arguments[2]));
            EventLog log = EventLog.open(Path.of(arguments[0]), new EventLog.Settings(64 * 1024, 0), record -> {});
            try (var reported =
                    Files.newByteChannel(Path.of(arguments[1]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                long seq = log.durableThrough();
                while (true) {
                    int burst = 1 + random.nextInt(50);
                    List<java.util.concurrent.CompletableFuture<Long>> pending = new ArrayList<>();
                    for (int i = 0; i < burst; i++) {
                        pending.add(log.append(payload(++seq)));
                    }
                    for (var done : pending) {
                        reported.write(ByteBuffer.allocate(Long.BYTES).putLong(0, done.get()));
                    }
                }
            }
        }
    }
}
