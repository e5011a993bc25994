package ai.whatsflow.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.demo.Http;
import ai.whatsflow.demo.ToldStory;
import ai.whatsflow.fault.invariant.Baseline;
import ai.whatsflow.local.component.Ports;
import ai.whatsflow.local.demo.DemoProgram;
import ai.whatsflow.local.files.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A whole platform beside whatever else runs on this machine: its own ports and its own directory. Started once for all
 * test classes; the last one ends it.
 */
final class RunningPlatform {

    static final List<String> SERVICES = Baseline.SERVICES;

    private static final int PORT_OFFSET = 3_000;
    private static final int TELLINGS = 2;
    private static @Nullable RunningPlatform shared;

    private final Path root =
            Path.of(System.getProperty("whatsflow.root", "..")).toAbsolutePath().normalize();
    private final Path home = root.resolve("system-tests/target/platform");
    private final Map<String, String> facts = new DemoProgram(new Home(root, home), new Ports(PORT_OFFSET)).facts();
    private @Nullable ToldStory story;
    private int tellings;

    /** The platform, started if it is not running yet. */
    static synchronized RunningPlatform get() {
        RunningPlatform running = shared;
        if (running == null) {
            running = new RunningPlatform();
            running.script(Duration.ofMinutes(8), "up", "--through-proxies");
            shared = running;
        }
        return running;
    }

    Path root() {
        return root;
    }

    Path home() {
        return home;
    }

    /** The first demo that was told on it; told anew if it failed, but not for ever. */
    synchronized ToldStory story() {
        ToldStory told = story;
        if (told == null || told.exitCode() != 0 && tellings < TELLINGS) {
            told = ToldStory.tell(environment());
            tellings++;
            story = told;
        }
        assertThat(told.exitCode()).as(told.printed()).isZero();
        return told;
    }

    /** The demo, told once more. */
    ToldStory tellAgain() {
        return ToldStory.tell(environment());
    }

    /** Facts for programs that are started beside the platform. */
    Map<String, String> environment() {
        return facts;
    }

    /** Runs {@code ./whatsflow <arguments>} and fails with its output unless it ends with 0. */
    String script(Duration patience, String... arguments) {
        List<String> command = new ArrayList<>(List.of(root.resolve("whatsflow").toString()));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("whatsflow", ".out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(facts);
            builder.environment().put("WHATSFLOW_NO_BUILD", "1");
            Process process = builder.start();
            boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
            String printed = Files.readString(output);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", command) + (ended ? " failed:\n" : " hangs:\n") + printed);
            }
            return printed;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** SIGKILL. */
    void kill(String component) {
        script(Duration.ofSeconds(60), "kill", component);
    }

    void start(String component) {
        script(Duration.ofMinutes(4), "start", component);
    }

    /** The base URL of a service at its own port, not through the gateway. */
    String serviceUrl(String service) {
        return "http://127.0.0.1:" + (22_001 + SERVICES.indexOf(service) + PORT_OFFSET);
    }

    /** The status code of one of a service's health groups. */
    int health(String service, String group) {
        return Http.plain()
                .get(serviceUrl(service) + "/actuator/health/" + group)
                .status();
    }

    /** The CPU time that all services have used since they were started. */
    Duration cpu() {
        return SERVICES.stream().map(this::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    private Duration cpu(String service) {
        try {
            String pid = Files.readString(home.resolve("run").resolve(service + ".pid"))
                    .strip()
                    .split(" ")[0];
            return ProcessHandle.of(Long.parseLong(pid))
                    .flatMap(process -> process.info().totalCpuDuration())
                    .orElseThrow(() -> new AssertionError(service + " does not run"));
        } catch (IOException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }

    /** A connection to a database as some service's role. */
    Connection connect(String database, String role) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", credential("database." + role + ".password"));
        return DriverManager.getConnection(
                "jdbc:postgresql://" + facts.get("WHATSFLOW_POSTGRES") + "/" + database, properties);
    }

    String credential(String name) {
        try {
            return Files.readAllLines(home.resolve("credentials")).stream()
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no credential " + name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static void await(String what, Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited " + patience.toSeconds() + " s in vain until " + what);
            }
            pause(Duration.ofMillis(50));
        }
    }

    static void pause(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
