package ai.whatsflow.bench.scene;

import ai.whatsflow.bench.measure.CpuMeter;
import ai.whatsflow.local.component.Credentials;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.component.Ports;
import ai.whatsflow.local.fault.FaultLinks;
import ai.whatsflow.local.files.FileTree;
import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.service.Application;
import ai.whatsflow.local.service.CachedStart;
import ai.whatsflow.local.stack.LocalStack;
import ai.whatsflow.local.stack.Platform;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * A platform of the benchmarks' own, with a directory and ports beside those of {@code up}. Nothing of it runs until a
 * benchmark asks for it; closing it ends all of it.
 */
public final class Scene implements AutoCloseable {

    private static final int PORTS_BESIDE = 1_500;

    private final LocalStack stack;
    private final PrintStream out;
    private boolean platformIsUp;

    private Scene(LocalStack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    public static Scene fromEnvironment(PrintStream out) {
        Home home = Home.fromEnvironment();
        Ports ports = new Ports(Ports.fromEnvironment().offset() + PORTS_BESIDE);
        return new Scene(new LocalStack(new Home(home.root(), home.directory().resolve("bench/platform")), ports), out);
    }

    /** The platform's directory; results lie beside it. */
    public Home home() {
        return stack.home();
    }

    public Path results() {
        return Home.created(home().directory().resolveSibling("results"));
    }

    public Ports ports() {
        return stack.ports();
    }

    public LocalStack stack() {
        return stack;
    }

    public Credentials credentials() {
        return Credentials.in(home().credentials());
    }

    public Platform platform() {
        return new Platform(stack, out);
    }

    /** Starts single components, such as {@code postgresql} and {@code kafka}, if they do not run yet. */
    public void start(String... components) {
        Arrays.stream(components)
                .filter(name -> !stack.component(name).process().isRunning())
                .forEach(platform()::start);
    }

    /** Starts the whole platform if it does not run yet. */
    public void startAll() {
        if (!platformIsUp) {
            platform().up(1, Set.of());
            platformIsUp = true;
        }
    }

    /** Ends everything; the scene that is returned has the fault proxy between its parts from its next start on. */
    public Scene throughProxies() {
        platform().down();
        new FaultLinks(home(), ports()).open(false);
        return new Scene(new LocalStack(home(), ports()), out);
    }

    /** Measures these components and all their children. */
    public CpuMeter cpu(String... components) {
        return new CpuMeter(processes(components));
    }

    public List<ProcessHandle> processes(String... components) {
        return Arrays.stream(components)
                .map(name -> stack.component(name)
                        .process()
                        .running()
                        .orElseThrow(() -> new IllegalStateException(name + " does not run")))
                .toList();
    }

    /** A connection as PostgreSQL's superuser. */
    public Connection database(String name) throws SQLException {
        return connect(name, "postgres");
    }

    /** A connection as the role that owns that database. */
    public Connection connect(String database, String role) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", credentials().databasePassword(role));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + ports().of(Port.POSTGRES) + "/" + database, properties);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + ports().of(Port.KAFKA);
    }

    public String jvmFlags(Application application) {
        return String.join(" ", CachedStart.flags(application.artifact()));
    }

    /** One line of progress. */
    public void say(String format, Object... arguments) {
        out.printf("  " + format + "%n", arguments);
        out.flush();
    }

    /** Ends everything and forgets the data, so that the next run starts from the same state; logs stay. */
    @Override
    public void close() {
        platform().down();
        try {
            FileTree.delete(home().directory().resolve("data"));
        } catch (IOException kept) {
            say("the data of this run stays: %s", kept.toString());
        }
    }
}
