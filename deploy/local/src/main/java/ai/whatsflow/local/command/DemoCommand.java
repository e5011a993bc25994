package ai.whatsflow.local.command;

import ai.whatsflow.local.demo.DemoProgram;
import ai.whatsflow.local.stack.LocalStack;
import ai.whatsflow.local.stack.Platform;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "demo", description = "Starts the platform if need be and takes a customer through its whole life.")
final class DemoCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", hidden = true)
    List<String> arguments = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        LocalStack stack = LocalStack.fromEnvironment();
        Platform platform = new Platform(stack, System.out);
        if (!platform.allHealthy()) {
            platform.up(null, Set.of());
        }
        return new DemoProgram(stack.home(), stack.ports()).run("ai.whatsflow.demo.Demo", arguments);
    }
}
