package ai.whatsflow.local.process;

import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.files.StartFailure;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One process of the platform: found again by its pid file, outliving the launcher that started it. */
public record ManagedProcess(String name, Home home) {

    /** Present in the environment of each process of the platform, with the home it belongs to. */
    public static final String MARK = "WHATSFLOW_PROCESS_OF";

    public Optional<ProcessHandle> running() {
        return pidFile().process();
    }

    public boolean isRunning() {
        return running().isPresent();
    }

    public Path log() {
        return home.log(name);
    }

    /** Starts the command in a session of its own, its output going to the log. */
    public ProcessHandle launch(List<String> command, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(detached(command))
                    .directory(Home.created(home.directory()).toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(rotated(log()).toFile());
            replaceEnvironment(builder.environment(), environment);
            ProcessHandle process = builder.start().toHandle();
            pidFile().write(process);
            return process;
        } catch (IOException e) {
            throw new StartFailure(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** Starts the command as a child of this process, with this process's environment. */
    public Process launchAsChild(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(rotated(log()).toFile());
        builder.environment().put(MARK, home.directory() + "#" + name);
        Process process = builder.start();
        pidFile().write(process.toHandle());
        return process;
    }

    /** Asks the process to end and kills it when it has not done so in time. */
    public void terminate(Duration patience) {
        running().ifPresent(process -> {
            Signals.terminate(process);
            if (!Signals.awaitEnd(process, patience)) {
                Signals.kill(process);
                Signals.awaitEnd(process, Duration.ofSeconds(10));
            }
        });
        pidFile().delete();
    }

    public boolean kill() {
        Optional<ProcessHandle> process = running();
        process.ifPresent(found -> {
            Signals.kill(found);
            Signals.awaitEnd(found, Duration.ofSeconds(10));
        });
        return process.isPresent();
    }

    public PidFile pidFile() {
        return new PidFile(home.run(name + ".pid"));
    }

    private void replaceEnvironment(Map<String, String> inherited, Map<String, String> environment) {
        inherited.keySet().retainAll(List.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR"));
        inherited.putAll(environment);
        inherited.put(MARK, home.directory() + "#" + name);
    }

    private static List<String> detached(List<String> command) {
        if (!Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            return command;
        }
        List<String> detached = new ArrayList<>(List.of("/usr/bin/setsid"));
        detached.addAll(command);
        return detached;
    }

    private static Path rotated(Path log) {
        try {
            if (Files.exists(log)) {
                Path previous = log.resolveSibling(log.getFileName() + ".1");
                Files.deleteIfExists(previous);
                Files.move(log, previous);
            }
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
