package ai.whatsflow.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of Java processes: small heaps and a quick start, as fits many JVMs on one machine. */
public final class Jvm {

    /** Leaves out the optimising compiler: a quicker start and less memory, for half the speed. */
    private static final String QUICK_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED");

    private Jvm() {}

    /** The same for every start, whoever starts it: a cache and a measurement hold for these flags only. */
    public static List<String> flags(String heap) {
        List<String> flags = optimisingFlags(heap);
        flags.add(QUICK_COMPILER_ONLY);
        return flags;
    }

    /** For what is to be fast in the long run. */
    public static List<String> optimisingFlags(String heap) {
        List<String> flags = new ArrayList<>(SMALL);
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
        return command(flags(heap), rest);
    }

    public static List<String> command(List<String> flags, List<String> rest) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(rest);
        return command;
    }
}
