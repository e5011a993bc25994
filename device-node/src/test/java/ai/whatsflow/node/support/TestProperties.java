package ai.whatsflow.node.support;

import ai.whatsflow.node.NodeProperties;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/** Settings as {@code application.yml} has them, for tests without a context. */
public final class TestProperties {

    private TestProperties() {}

    public static NodeProperties in(Path directory) {
        return withSimulator(directory, 1);
    }

    public static NodeProperties withSimulator(Path directory, int port) {
        URI nowhere = URI.create("http://127.0.0.1:1");
        return new NodeProperties(
                "node-test",
                null,
                directory,
                nowhere,
                nowhere,
                nowhere,
                "127.0.0.1",
                port,
                10,
                null,
                Map.of(),
                Duration.ofSeconds(3),
                new NodeProperties.Sessions(
                        500, 2_000, 64, Duration.ofSeconds(10), Duration.ofMillis(500), Duration.ofSeconds(15)),
                new NodeProperties.Events(
                        DataSize.ofMegabytes(8),
                        2,
                        500,
                        DataSize.ofKilobytes(512),
                        Duration.ofMillis(5),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(5)));
    }
}
