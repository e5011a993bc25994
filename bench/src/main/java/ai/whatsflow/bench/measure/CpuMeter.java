package ai.whatsflow.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * CPU time of processes with all their descendants, children that have ended included, as the kernel counts it in
 * {@code /proc/<pid>/stat}: in ticks of 10 ms, so an operation has to be repeated for a second or more.
 */
public final class CpuMeter {

    private static final long MICROS_PER_TICK = 10_000;
    private static final int UTIME = 11;
    private static final int WAITED_FOR_STIME = 14;

    private final List<ProcessHandle> processes;

    public CpuMeter(List<ProcessHandle> processes) {
        this.processes = List.copyOf(processes);
    }

    /** Something that is measured. */
    public interface Work {
        void run() throws Exception;
    }

    /** Returns the µs that the processes spent while the work ran. */
    public long micros(Work work) throws Exception {
        long before = now();
        work.run();
        return now() - before;
    }

    /** The µs that the processes have spent since they started. */
    public long now() {
        return processes.stream().mapToLong(CpuMeter::family).sum();
    }

    private static long family(ProcessHandle process) {
        try (Stream<ProcessHandle> members = Stream.concat(Stream.of(process), process.descendants())) {
            return members.mapToLong(member -> ticks(member.pid())).sum() * MICROS_PER_TICK;
        }
    }

    /** A process that ends between being listed and being read is in its parent's count by then. */
    private static long ticks(long pid) {
        try {
            return ticks(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException ended) {
            return 0;
        }
    }

    /** utime, stime and those of children that were waited for: fields 14 to 17 of proc(5). */
    static long ticks(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long sum = 0;
        for (int i = UTIME; i <= WAITED_FOR_STIME; i++) {
            sum += Long.parseLong(fields[i]);
        }
        return sum;
    }
}
