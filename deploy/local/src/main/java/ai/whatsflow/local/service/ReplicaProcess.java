package ai.whatsflow.local.service;

import ai.whatsflow.local.component.Component;
import ai.whatsflow.local.component.Health;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.component.Ports;
import ai.whatsflow.local.fault.FaultLinks;
import ai.whatsflow.local.process.ManagedProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A second process of a service at a port of its own: it consumes and relays, but nobody is led to it. */
public record ReplicaProcess(ServiceProcess first) implements Component {

    @Override
    public ManagedProcess process() {
        return new ManagedProcess(first.name() + "-2", first.home());
    }

    @Override
    public List<Integer> listensOn() {
        return List.of(port());
    }

    @Override
    public void launch() {
        String artifact = first.application().artifact();
        Map<String, String> variables = new LinkedHashMap<>(
                new FaultLinks(first.home(), first.environment().ports())
                        .detour(artifact, first.environment().of(first.application())));
        variables.put("SERVER_PORT", Integer.toString(port()));
        process().launch(new CachedStart(first.home()).command(artifact), variables);
    }

    @Override
    public Health health() {
        return first.http().probe("http://127.0.0.1:" + port() + "/actuator/health/readiness");
    }

    private int port() {
        return portOf(first.application(), first.environment().ports());
    }

    public static int portOf(Application application, Ports ports) {
        return ports.of(Port.FIRST_REPLICA) + application.ordinal();
    }
}
