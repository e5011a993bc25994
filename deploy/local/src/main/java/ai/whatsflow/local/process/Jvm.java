package ai.whatsflow.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of Java processes: small heaps and a quick start, as fits many JVMs on one machine. */
public final class Jvm {

    private static final List<String> QUICK_START = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED");

    private Jvm() {}

    public static List<String> command(String heap, String... rest) {
        return command(heap, List.of(rest));
    }

    public static List<String> command(String heap, List<String> rest) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICK_START);
        command.add("-Xmx" + heap);
        command.addAll(rest);
        return command;
    }
}
