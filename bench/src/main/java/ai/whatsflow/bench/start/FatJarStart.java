package ai.whatsflow.bench.start;

import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.service.ApplicationImage;
import ai.whatsflow.local.service.ApplicationStart;
import java.nio.file.Path;
import java.util.List;

/** The yardstick: {@code java -jar} with the jar as it was built and not one option. */
record FatJarStart(Home home) implements ApplicationStart {

    @Override
    public List<String> command(String artifact) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                new ApplicationImage(home, artifact).built().toString());
    }
}
