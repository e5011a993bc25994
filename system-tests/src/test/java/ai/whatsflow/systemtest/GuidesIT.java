package ai.whatsflow.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code blocks of each guide, run as they stand. */
@Order(3)
class GuidesIT {

    private static final Pattern BLOCK = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("guides")
    void runsAsItStands(Path guide) throws Exception {
        RunningPlatform platform = RunningPlatform.get();
        String script = "set -euo pipefail\n"
                + BLOCK.matcher(Files.readString(guide))
                        .results()
                        .map(block -> block.group(1))
                        .collect(Collectors.joining("\n"));
        Path output = Files.createTempFile("guide", ".out");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script)
                .directory(platform.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(platform.environment());
        builder.environment().put("WHATSFLOW_NO_BUILD", "1");
        builder.environment().put("API", String.valueOf(platform.environment().get("WHATSFLOW_GATEWAY_URL")));
        builder.environment()
                .put("SIMULATOR", String.valueOf(platform.environment().get("WHATSFLOW_SIMULATOR_URL")));
        Process process = builder.start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        assertThat(ended && process.exitValue() == 0)
                .as(guide.getFileName() + " printed:\n" + Files.readString(output))
                .isTrue();
    }

    static Stream<Path> guides() throws Exception {
        Path root = Path.of(System.getProperty("whatsflow.root", ".."));
        try (Stream<Path> files = Files.list(root.resolve("docs/guides"))) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }
}
