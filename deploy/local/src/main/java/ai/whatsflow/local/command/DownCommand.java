package ai.whatsflow.local.command;

import ai.whatsflow.local.stack.LocalStack;
import ai.whatsflow.local.stack.Platform;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "down", description = "Ends every process; the data stays.")
final class DownCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Platform platform = new Platform(LocalStack.fromEnvironment(), System.out);
        platform.down();
        platform.finishTraining();
        return 0;
    }
}
