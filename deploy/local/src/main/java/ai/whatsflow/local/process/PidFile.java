package ai.whatsflow.local.process;

import ai.whatsflow.local.files.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Remembers a process by its id and start time, so that a reused id is never mistaken for it. */
public record PidFile(Path path) {

    public void write(ProcessHandle process) {
        PrivateFile.write(path, process.pid() + " " + startOf(process) + "\n");
    }

    public Optional<ProcessHandle> process() {
        try {
            if (!Files.exists(path)) {
                return Optional.empty();
            }
            String[] words = Files.readString(path).strip().split(" ");
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(PidFile::isRunning)
                    .filter(process -> startOf(process) == Long.parseLong(words[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that has ended but was not collected by its parent still has an id; it is not running. */
    static boolean isRunning(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            String line = Files.readString(stat);
            return line.charAt(line.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return process.isAlive();
        }
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
