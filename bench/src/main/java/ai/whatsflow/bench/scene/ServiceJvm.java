package ai.whatsflow.bench.scene;

import ai.whatsflow.local.component.Http;
import ai.whatsflow.local.files.LogTail;
import ai.whatsflow.local.process.Jvm;
import ai.whatsflow.local.process.ManagedProcess;
import ai.whatsflow.local.process.Waiting;
import ai.whatsflow.local.service.Application;
import ai.whatsflow.local.service.ApplicationImage;
import ai.whatsflow.local.service.CachedStart;
import ai.whatsflow.local.service.ServiceEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An application of the platform with the flags and the environment of {@code up}, besides what is set for it here. */
public final class ServiceJvm implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final ManagedProcess process;
    private final String url;

    private ServiceJvm(ManagedProcess process, String url) {
        this.process = process;
        this.url = url;
    }

    /** The application as it is. */
    public static ServiceJvm start(
            Scene scene, Application application, int port, Map<String, String> environment, String... settings) {
        Path jar = new ApplicationImage(scene.home(), application.artifact()).jar();
        return start(
                scene,
                "bench-" + application.artifact(),
                application,
                port,
                environment,
                List.of("-jar", jar.toString()),
                settings);
    }

    /** Another main class of this module on the application's class path. */
    public static ServiceJvm start(
            Scene scene,
            Class<?> main,
            Application application,
            int port,
            Map<String, String> environment,
            String... settings) {
        Path jar = new ApplicationImage(scene.home(), application.artifact()).jar();
        String classPath =
                Path.of(main.getProtectionDomain().getCodeSource().getLocation().getPath()) + ":" + jar + ":"
                        + jar.resolveSibling("lib") + "/*";
        return start(
                scene,
                main.getSimpleName(),
                application,
                port,
                environment,
                List.of("-cp", classPath, main.getName()),
                settings);
    }

    private static ServiceJvm start(
            Scene scene,
            String name,
            Application application,
            int port,
            Map<String, String> environment,
            List<String> program,
            String... settings) {
        Map<String, String> all =
                new HashMap<>(new ServiceEnvironment(scene.home(), scene.ports(), scene.credentials()).of(application));
        all.put("SERVER_PORT", Integer.toString(port));
        all.putAll(environment);
        List<String> rest = new ArrayList<>(program);
        rest.addAll(List.of(settings));
        ManagedProcess process = new ManagedProcess(name, scene.home());
        process.terminate(Duration.ofSeconds(5));
        process.launch(Jvm.command(CachedStart.flags(application.artifact()), rest), all);
        ServiceJvm service = new ServiceJvm(process, "http://127.0.0.1:" + port);
        service.awaitReady();
        return service;
    }

    private void awaitReady() {
        Http http = new Http();
        boolean[] up = {false};
        Waiting.until(PATIENCE, Duration.ofMillis(200), () -> {
            up[0] = http.probe(url + "/actuator/health/readiness").up();
            return up[0] || !process.isRunning();
        });
        if (!up[0]) {
            throw new IllegalStateException(process.name() + " did not start:\n" + LogTail.readable(process.log(), 30));
        }
    }

    public String url() {
        return url;
    }

    public ProcessHandle process() {
        return process.running().orElseThrow(() -> new IllegalStateException(process.name() + " has ended"));
    }

    @Override
    public void close() {
        process.terminate(Duration.ofSeconds(25));
    }
}
