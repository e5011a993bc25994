package ai.whatsflow.local.service;

import ai.whatsflow.local.component.Component;
import ai.whatsflow.local.component.Health;
import ai.whatsflow.local.component.Http;
import ai.whatsflow.local.fault.FaultLinks;
import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.process.ManagedProcess;
import java.util.List;
import java.util.Map;

/** One application in a JVM of its own. */
public record ServiceProcess(
        Home home, Application application, ServiceEnvironment environment, ApplicationStart start, Http http)
        implements Component {

    @Override
    public ManagedProcess process() {
        return new ManagedProcess(application.artifact(), home);
    }

    @Override
    public List<Integer> listensOn() {
        int port = environment.ports().of(application.port());
        return application == Application.WHATSAPP_SIMULATOR
                ? List.of(port, environment.ports().of(ai.whatsflow.local.component.Port.SIMULATOR_DEVICES))
                : List.of(port);
    }

    @Override
    public void launch() {
        process().launch(start.command(application.artifact()), variables());
    }

    @Override
    public void stop() {
        process().terminate(start.timeToEnd(application.artifact()));
    }

    @Override
    public Health health() {
        return http.probe(environment.ports().url(application.port()) + "/actuator/health/readiness");
    }

    private Map<String, String> variables() {
        return new FaultLinks(home, environment.ports()).detour(application.artifact(), environment.of(application));
    }
}
