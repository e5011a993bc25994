package ai.whatsflow.bench.scene;

import ai.whatsflow.bench.measure.CpuMeter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A flight recording of one JVM, made apart from the measurement, and the methods it shows at the top. */
public record Profile(Path file, ProcessHandle jvm) {

    private static final int SHOWN = 12;

    /** Returns where the time went, in lines. */
    public String of(CpuMeter.Work work) throws Exception {
        Files.deleteIfExists(file);
        String pid = Long.toString(jvm.pid());
        run("jcmd", pid, "JFR.start", "name=bench", "settings=profile");
        try {
            work.run();
        } finally {
            run("jcmd", pid, "JFR.dump", "name=bench", "filename=" + file);
            run("jcmd", pid, "JFR.stop", "name=bench");
        }
        return "profile " + file + ":\n"
                + run("jfr", "view", "--width", "110", "hot-methods", file.toString())
                        .lines()
                        .filter(line -> line.endsWith("%"))
                        .limit(SHOWN)
                        .map(line -> "  " + line)
                        .collect(Collectors.joining("\n"));
    }

    private static String run(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
        return output;
    }
}
