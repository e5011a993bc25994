package ai.whatsflow.local.demo;

import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.component.Ports;
import ai.whatsflow.local.files.Home;
import ai.whatsflow.local.files.StartFailure;
import ai.whatsflow.local.process.Jvm;
import ai.whatsflow.local.service.Application;
import ai.whatsflow.local.service.ReplicaProcess;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The programs of system-tests, told where everything is. */
public record DemoProgram(Home home, Ports ports) {

    /** Returns the exit code of that main class. */
    public int run(String main, List<String> arguments) throws IOException, InterruptedException {
        List<String> rest = new ArrayList<>(List.of("-cp", classPath(), main));
        rest.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(Jvm.command("256m", rest)).inheritIO();
        builder.environment().putAll(facts());
        return builder.start().waitFor();
    }

    /** What the program needs to know of the running platform. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("WHATSFLOW_SCRIPT", home.root().resolve("whatsflow").toString());
        facts.put("WHATSFLOW_HOME", home.directory().toString());
        facts.put("WHATSFLOW_PORT_OFFSET", Integer.toString(ports.offset()));
        facts.put("WHATSFLOW_CREDENTIALS", home.credentials().toString());
        facts.put("WHATSFLOW_GATEWAY_URL", ports.url(Port.GATEWAY));
        facts.put("WHATSFLOW_KEYCLOAK_URL", ports.url(Port.KEYCLOAK));
        facts.put("WHATSFLOW_MAIL_URL", ports.url(Port.MAIL_API));
        facts.put("WHATSFLOW_SIMULATOR_URL", ports.url(Port.SIMULATOR));
        facts.put("WHATSFLOW_PAYHERE_SIMULATOR_URL", ports.url(Port.PAYHERE_SIMULATOR));
        facts.put("WHATSFLOW_KAFKA", "127.0.0.1:" + ports.of(Port.KAFKA));
        facts.put("WHATSFLOW_POSTGRES", "127.0.0.1:" + ports.of(Port.POSTGRES));
        facts.put(
                "WHATSFLOW_SECOND_MESSAGING_URL",
                "http://127.0.0.1:" + ReplicaProcess.portOf(Application.MESSAGING, ports));
        facts.put("WHATSFLOW_FAULT_PROXY", ports.url(Port.FAULT_CONTROL));
        return facts;
    }

    public String classPath() {
        Path target = home.root().resolve("system-tests/target");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "system-tests-*.jar")) {
            for (Path jar : jars) {
                return jar + ":" + target.resolve("lib") + "/*";
            }
        } catch (IOException e) {
            throw new StartFailure("system-tests is not built: " + target + " is missing", e);
        }
        throw new StartFailure("system-tests is not built: no system-tests-*.jar in " + target);
    }
}
