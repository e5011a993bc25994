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

    /** The same for every start, whoever starts it: a cache and a measurement hold for these flags only. */
    public static List<String> flags(String heap) {
        List<String> flags = new ArrayList<>(QUICK_START);
        flags.add("-Xmx" + heap);
        return flags;
    }

    /** The JDK that runs the commands, which is the one that runs this. */
    public static String version() {
        return String.join(
                " ",
                System.getProperty("java.vm.vendor"),
                System.getProperty("java.vm.version"),
                System.getProperty("java.home"));
    }

    public static List<String> command(String heap, String... rest) {
        return command(heap, List.of(rest));
    }

    public static List<String> command(String heap, List<String> rest) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags(heap));
        command.addAll(rest);
        return command;
    }
}
