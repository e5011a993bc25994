package ai.whatsflow.identity.support;

import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.FreePorts;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real Keycloak with the platform's realm, as a process that can be killed, and the mail box it writes to. */
public final class KeycloakServer {

    public static final String SECRET = "test";
    public static final String ADMIN = "admin";

    private static final Duration LONGEST_START = Duration.ofMinutes(4);
    private static final KeycloakServer SHARED = new KeycloakServer();

    private final Path home = Path.of(System.getProperty("keycloak.home"));
    private final int port = FreePorts.next();
    private final GreenMail mail =
            new GreenMail(new ServerSetup(FreePorts.next(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private @Nullable Process process;

    private KeycloakServer() {
        mail.start();
        forgetData();
        start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    public static KeycloakServer shared() {
        return SHARED;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public GreenMail mail() {
        return mail;
    }

    public void start() {
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("keycloak.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put(
                        "JAVA_OPTS",
                        "-Xms64m -Xmx384m -XX:MaxMetaspaceSize=256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
                                + " -Dfile.encoding=UTF-8");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
        builder.environment().put("IDENTITY_SERVICE_CLIENT_SECRET", SECRET);
        builder.environment().put("SMTP_HOST", "127.0.0.1");
        builder.environment().put("SMTP_PORT", Integer.toString(mail.getSmtp().getPort()));
        Path log = home.resolve("keycloak.log");
        try {
            Process started = builder.start();
            process = started;
            Await.until("Keycloak serves the realm: see " + log, LONGEST_START, () -> !started.isAlive() || answers());
            if (!started.isAlive()) {
                throw new IllegalStateException("Keycloak did not start:\n" + Files.readString(log));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** SIGKILL to the shell and the Java process below it. */
    public void kill() {
        Process running = process;
        if (running == null) {
            return;
        }
        List<ProcessHandle> family = Stream.concat(running.descendants(), Stream.of(running.toHandle()))
                .toList();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(member -> member.onExit().orTimeout(20, TimeUnit.SECONDS).join());
        process = null;
    }

    private boolean answers() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/realms/whatsflow"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void forgetData() {
        Path data = home.resolve("data");
        try {
            if (Files.exists(data)) {
                try (Stream<Path> files = Files.walk(data)) {
                    files.sorted(Comparator.reverseOrder()).forEach(KeycloakServer::delete);
                }
            }
            Path realms = Files.createDirectories(data.resolve("import"));
            Files.copy(Path.of(System.getProperty("keycloak.realm")), realms.resolve("whatsflow-realm.json"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
