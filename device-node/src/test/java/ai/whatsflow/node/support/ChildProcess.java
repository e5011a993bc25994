package ai.whatsflow.node.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process of its own, so that it can be killed or frozen for real. */
public final class ChildProcess implements AutoCloseable {

    /** What the simulator must not see of this module: it would find security and settings that are not its own. */
    private static final List<String> NOT_FOR_THE_SIMULATOR =
            List.of("/device-node/", "security", "oauth2", "/platform-", "springdoc", "opentelemetry");

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    public static ChildProcess node(Path log, String... arguments) {
        return start(log, "ai.whatsflow.node.DeviceNodeApplication", entry -> true, arguments);
    }

    public static ChildProcess simulator(Path log, String... arguments) {
        return start(
                log,
                "ai.whatsflow.simulator.WhatsAppSimulatorApplication",
                entry -> NOT_FOR_THE_SIMULATOR.stream().noneMatch(entry::contains),
                arguments);
    }

    private static ChildProcess start(Path log, String main, Predicate<String> entries, String... arguments) {
        String classPath = Stream.of(System.getProperty("java.class.path").split(":"))
                .filter(entries)
                .collect(Collectors.joining(":"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                classPath,
                main));
        command.addAll(List.of(arguments));
        try {
            return new ChildProcess(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL, and waits until it is gone. */
    public void kill() {
        signal("KILL");
        join();
    }

    /** SIGTERM, and waits for the graceful end. */
    public void terminate() {
        process.destroy();
        join();
    }

    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void join() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
