package ai.whatsflow.local.node;

import ai.whatsflow.local.component.Component;
import ai.whatsflow.local.component.Health;
import ai.whatsflow.local.component.Http;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.component.Ports;
import ai.whatsflow.local.fault.FaultLinks;
import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.people.DemoUsers;
import ai.whatsflow.local.process.Jvm;
import ai.whatsflow.local.process.ManagedProcess;
import ai.whatsflow.local.service.ApplicationStart;
import ai.whatsflow.local.service.EnvironmentFile;
import ai.whatsflow.local.service.LauncherImage;
import ai.whatsflow.local.service.ServiceEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A device node and the supervisor above it. */
public record NodeProcess(
        Home home,
        Ports ports,
        int number,
        ServiceEnvironment environment,
        ApplicationStart start,
        DemoUsers users,
        Http http)
        implements Component {

    public static final String ARTIFACT = "device-node";

    private static final int MAX_DEVICES = 1_000;

    @Override
    public ManagedProcess process() {
        return new ManagedProcess("node-" + number, home);
    }

    public ManagedProcess supervisor() {
        return new ManagedProcess("node-" + number + "-supervisor", home);
    }

    /** Whether the registry knows its key, so that it needs no token to get in. */
    public boolean isEnrolled() {
        return new NodeFiles(data()).serverId().isPresent();
    }

    @Override
    public List<Integer> listensOn() {
        return List.of(ports.ofNode(number));
    }

    @Override
    public void launch() {
        supervisor().terminate(Duration.ofSeconds(2));
        List<String> rest = new ArrayList<>(List.of(
                "-Xms8m",
                "-cp",
                new LauncherImage(home).classPath(),
                NodeSupervisor.class.getName(),
                home.directory().toString(),
                name(),
                data().toString(),
                ports.url(Port.REGISTRY)));
        rest.addAll(start.command(ARTIFACT));
        process().pidFile().delete();
        supervisor().launch(Jvm.command("24m", rest), variables());
    }

    @Override
    public boolean alive() {
        return supervisor().isRunning()
                && (process().isRunning() || Files.notExists(process().pidFile().path()));
    }

    @Override
    public Health health() {
        Health node = http.probe("http://127.0.0.1:" + ports.ofNode(number) + "/actuator/health/readiness");
        return node.up() && !supervisor().isRunning() ? Health.down("has no supervisor") : node;
    }

    /** The supervisor ends first: a wanted end is no reason for a notice. */
    @Override
    public void stop() {
        supervisor().terminate(Duration.ofSeconds(2));
        process().terminate(start.timeToEnd(ARTIFACT));
    }

    private Path data() {
        return Home.created(home.data(name()));
    }

    private Map<String, String> variables() {
        FaultLinks links = new FaultLinks(home, ports);
        Map<String, String> variables = environment.listening(ports.ofNode(number));
        variables.put("NODE_NAME", name());
        variables.put("NODE_DATA_DIRECTORY", data().toString());
        variables.put("NODE_BASE_URL", "http://127.0.0.1:" + links.announced(name(), ports.ofNode(number)));
        variables.put("NODE_REGISTRY_URL", ports.url(Port.REGISTRY));
        variables.put("NODE_INSTANCE_URL", ports.url(Port.INSTANCE));
        variables.put("NODE_SIMULATOR_HOST", "127.0.0.1");
        variables.put("NODE_SIMULATOR_PORT", Integer.toString(ports.of(Port.SIMULATOR_DEVICES)));
        variables.put("NODE_MAX_DEVICES", Integer.toString(MAX_DEVICES));
        variables.put("WHATSFLOW_SECURITY_KEYCLOAK_ISSUER", environment.keycloakIssuer());
        variables.putAll(new EnvironmentFile(home, ARTIFACT).variables());
        if (!isEnrolled()) {
            variables.put("NODE_ENROLMENT_TOKEN", new Enrolment(ports, users, http).tokenFor(name(), MAX_DEVICES));
        }
        return links.detour(name(), variables);
    }
}
