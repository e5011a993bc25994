package ai.whatsflow.local.command;

import ai.whatsflow.local.stack.LocalStack;
import ai.whatsflow.local.stack.Platform;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "start", description = "Starts one part of the platform and waits until it is ready.")
final class StartCommand implements Callable<Integer> {

    @Parameters(paramLabel = "service")
    String service = "";

    @Override
    public Integer call() {
        new Platform(LocalStack.fromEnvironment(), System.out).start(service);
        return 0;
    }
}
