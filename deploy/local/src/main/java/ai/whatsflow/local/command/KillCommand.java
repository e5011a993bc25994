package ai.whatsflow.local.command;

import ai.whatsflow.local.component.Component;
import ai.whatsflow.local.files.StartFailure;
import ai.whatsflow.local.stack.LocalStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "kill", description = "Kills the process of one part with SIGKILL, for failure drills.")
final class KillCommand implements Callable<Integer> {

    @Parameters(paramLabel = "service")
    String service = "";

    @Override
    public Integer call() {
        Component component = LocalStack.fromEnvironment().component(service);
        if (!component.process().kill()) {
            throw new StartFailure(service + " is not running.");
        }
        return 0;
    }
}
