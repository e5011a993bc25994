package ai.whatsflow.bench.result;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything one run brought out.
 *
 * @param conditions what the figures hold for: machine, JVM flags, durability
 * @param failures benchmarks that brought out no figure, and why
 */
public record Report(Instant started, Map<String, String> conditions, List<Result> results, List<String> failures) {

    /** Why the run ends non-zero; empty when it ends with 0. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>(failures);
        results.forEach(result -> faults.addAll(result.faults()));
        return faults;
    }

    public void print(PrintStream out) {
        out.printf("%n%-5s %-46s %-30s %-8s %-8s %s%n", "goal", "measured / yardstick", "ratio", "must", "aim", "");
        for (Result result : results) {
            Goal goal = result.goal();
            out.printf(
                    "%-5s %-46s %-30s %-8s %-8s %s%n",
                    goal.id(),
                    goal.measured() + " / " + goal.yardstick(),
                    result.value(),
                    goal.bound().of(goal.must()),
                    goal.bound().of(goal.aim()),
                    result.standing());
            result.figures().forEach(figure -> out.printf("        %s%n", figure));
            result.yardsticks().forEach(check -> out.printf("        yardstick: %s%n", check));
            result.notes().forEach(note -> out.printf("        %s%n", note.replace("\n", "\n        ")));
        }
        conditions.forEach((name, value) -> out.printf("%n%s: %s", name, value));
        out.println();
        faults().forEach(fault -> out.printf("%n✗ %s", fault));
        out.println();
    }

    /** Writes the run as JSON under its own name and as {@code latest.json}. */
    public Path write(Path directory) throws IOException {
        byte[] json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsBytes(this);
        Files.createDirectories(directory);
        Path file = directory.resolve(started.toString().replace(':', '-') + ".json");
        Files.write(file, json);
        Files.write(directory.resolve("latest.json"), json);
        return file;
    }
}
