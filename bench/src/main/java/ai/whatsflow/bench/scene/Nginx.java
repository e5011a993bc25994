package ai.whatsflow.bench.scene;

import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.process.ManagedProcess;
import ai.whatsflow.local.process.Signals;
import ai.whatsflow.local.process.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An nginx of the benchmark's own with one worker and connections that are kept open. */
public final class Nginx implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ManagedProcess process;

    private Nginx(ManagedProcess process) {
        this.process = process;
    }

    /** Answers every request with 200 bytes of JSON. */
    public static Nginx answering(Scene scene, int port) throws IOException {
        return start(scene, "nginx-upstream", port, """
                server {
                    listen 127.0.0.1:%d;
                    default_type application/json;
                    location / { return 200 '{"filler":"%s"}'; }
                }
                """.formatted(port, "x".repeat(187)));
    }

    /** Passes every request on. */
    public static Nginx proxying(Scene scene, int port, int upstream) throws IOException {
        return start(scene, "nginx-proxy", port, """
                upstream service { server 127.0.0.1:%d; keepalive 64; }
                server {
                    listen 127.0.0.1:%d;
                    location / {
                        proxy_pass http://service;
                        proxy_http_version 1.1;
                        proxy_set_header Connection "";
                    }
                }
                """.formatted(upstream, port));
    }

    private static Nginx start(Scene scene, String name, int port, String server) throws IOException {
        Path directory = Home.created(scene.home().directory().resolve(name));
        Path settings = directory.resolve("nginx.conf");
        Files.writeString(settings, """
                daemon off;
                worker_processes 1;
                pid %1$s/nginx.pid;
                error_log stderr warn;
                events { worker_connections 1024; }
                http {
                    access_log off;
                    keepalive_requests 100000000;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    %2$s
                }
                """.formatted(directory, server));
        ManagedProcess process = new ManagedProcess(name, scene.home());
        process.terminate(Duration.ofSeconds(5));
        process.launch(List.of(binary(), "-p", directory.toString(), "-c", settings.toString()), Map.of());
        if (!Waiting.until(PATIENCE, Duration.ofMillis(20), () -> isListening(port))) {
            throw new IOException("nginx does not listen on " + port + ": see " + process.log());
        }
        return new Nginx(process);
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Debian keeps it where users do not look. */
    private static String binary() {
        Path system = Path.of("/usr/sbin/nginx");
        return Files.isExecutable(system) ? system.toString() : "nginx";
    }

    public ProcessHandle process() {
        return process.running().orElseThrow(() -> new IllegalStateException("nginx has ended: see " + process.log()));
    }

    @Override
    public void close() {
        process.running().ifPresent(Signals::terminate);
        process.terminate(Duration.ofSeconds(5));
    }
}
