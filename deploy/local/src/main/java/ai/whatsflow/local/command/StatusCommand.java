package ai.whatsflow.local.command;

import ai.whatsflow.local.stack.LocalStack;
import ai.whatsflow.local.stack.StatusReport;
import java.io.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "status", description = "Process, port, memory and health of everything; not 0 unless all is healthy.")
final class StatusCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Console console = System.console();
        boolean colours = console != null && console.isTerminal();
        return new StatusReport(LocalStack.fromEnvironment()).print(System.out, colours) ? 0 : 1;
    }
}
