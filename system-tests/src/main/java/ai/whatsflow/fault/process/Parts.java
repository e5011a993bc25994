package ai.whatsflow.fault.process;

import ai.whatsflow.demo.StepFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The processes of a running platform, by the names the launcher gives them. */
public final class Parts {

    private static final long PATIENCE_SECONDS = 240;

    private final Path home;
    private final Path script;
    private final Map<String, String> environment;

    /** @param environment what the launcher has to be told so that it means this very platform */
    public Parts(Map<String, String> environment) {
        this.home = Path.of(required(environment, "WHATSFLOW_HOME"));
        this.script = Path.of(required(environment, "WHATSFLOW_SCRIPT"));
        this.environment = environment;
    }

    public void kill(String part) {
        signal("KILL", part);
    }

    public void freeze(String part) {
        signal("STOP", part);
    }

    public void thaw(String part) {
        signal("CONT", part);
    }

    /** Returns once it is ready; a part that runs is only waited for. */
    public void start(String part) {
        launcher("start", part);
    }

    /** Ends the second process of a service. */
    public void endReplica(String service) {
        launcher("kill", service + "-2");
    }

    private void signal(String signal, String part) {
        try {
            String pid = Files.readString(home.resolve("run").resolve(part + ".pid"))
                    .strip()
                    .split(" ")[0];
            run(List.of("kill", "-" + signal, pid), 10);
        } catch (IOException unknown) {
            throw new StepFailure(part + " has no process: " + unknown);
        }
    }

    private void launcher(String... arguments) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        run(command, PATIENCE_SECONDS);
    }

    private void run(List<String> command, long patienceSeconds) {
        try {
            Path output = Files.createTempFile("fault", ".out");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            builder.environment().put("WHATSFLOW_NO_BUILD", "1");
            Process process = builder.start();
            boolean ended = process.waitFor(patienceSeconds, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new StepFailure(
                        String.join(" ", command) + (ended ? " failed: " : " hangs: ") + Files.readString(output));
            }
            Files.delete(output);
        } catch (IOException failed) {
            throw new StepFailure(String.join(" ", command) + " could not run: " + failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StepFailure("interrupted");
        }
    }

    private static String required(Map<String, String> environment, String name) {
        return Objects.requireNonNull(environment.get(name), name + " is not set");
    }
}
