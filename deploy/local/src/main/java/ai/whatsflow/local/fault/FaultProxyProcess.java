package ai.whatsflow.local.fault;

import ai.whatsflow.local.component.Component;
import ai.whatsflow.local.component.Health;
import ai.whatsflow.local.component.Http;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.process.Jvm;
import ai.whatsflow.local.process.ManagedProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program {@code ai.whatsflow.fault.proxy.FaultProxy} of system-tests with every link of the platform. */
public record FaultProxyProcess(FaultLinks links, String classPath, Http http) implements Component {

    @Override
    public ManagedProcess process() {
        return new ManagedProcess("fault-proxy", links.home());
    }

    @Override
    public List<Integer> listensOn() {
        List<Integer> listens = new ArrayList<>(List.of(control()));
        links.all().forEach(link -> listens.add(link.port()));
        return listens;
    }

    @Override
    public void launch() {
        List<String> rest = new ArrayList<>(
                List.of("-cp", classPath, "ai.whatsflow.fault.proxy.FaultProxy", Integer.toString(control())));
        links.all().forEach(link -> rest.add(link.name() + "=" + link.port() + ":" + link.target()));
        process().launch(Jvm.command("96m", rest), Map.of());
    }

    @Override
    public Health health() {
        return http.probe("http://127.0.0.1:" + control() + "/links");
    }

    private int control() {
        return links.ports().of(Port.FAULT_CONTROL);
    }
}
