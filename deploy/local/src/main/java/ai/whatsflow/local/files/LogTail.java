package ai.whatsflow.local.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Collectors;

/** The last lines of a log file. */
public final class LogTail {

    private LogTail() {}

    /** The same for people. */
    public static String readable(Path log, int count) {
        return lastLines(log, count).stream().map(LogLine::readable).collect(Collectors.joining("\n"));
    }

    public static List<String> lastLines(Path log, int count) {
        if (!Files.exists(log)) {
            return List.of();
        }
        ArrayDeque<String> lines = new ArrayDeque<>(count);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(log), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (lines.size() == count) {
                    lines.removeFirst();
                }
                lines.addLast(line);
            }
            return List.copyOf(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
