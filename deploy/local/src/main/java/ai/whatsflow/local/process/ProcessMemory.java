package ai.whatsflow.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Proportional set size of a process and its descendants: memory shared with others counts once in a sum. */
public final class ProcessMemory {

    private ProcessMemory() {}

    public static OptionalLong pssKilobytes(ProcessHandle process) {
        try (Stream<ProcessHandle> family = Stream.concat(Stream.of(process), process.descendants())) {
            return family.map(member -> Path.of("/proc", Long.toString(member.pid()), "smaps_rollup"))
                    .map(ProcessMemory::read)
                    .filter(OptionalLong::isPresent)
                    .mapToLong(OptionalLong::getAsLong)
                    .reduce(Long::sum);
        }
    }

    private static OptionalLong read(Path rollup) {
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | RuntimeException e) {
            return OptionalLong.empty();
        }
    }
}
