package ai.whatsflow.local.command;

import ai.whatsflow.local.stack.LocalStack;
import ai.whatsflow.local.stack.Platform;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "restart", description = "Ends one part of the platform in good order and starts its newest build.")
final class RestartCommand implements Callable<Integer> {

    @Parameters(paramLabel = "service")
    String service = "";

    @Override
    public Integer call() {
        Platform platform = new Platform(LocalStack.fromEnvironment(), System.out);
        platform.stop(service);
        platform.start(service);
        return 0;
    }
}
