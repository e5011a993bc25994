package ai.whatsflow.local.command;

import ai.whatsflow.local.files.FileTree;
import ai.whatsflow.local.stack.LocalStack;
import ai.whatsflow.local.stack.Platform;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "clean", description = "Ends every process and forgets all data, logs and credentials.")
final class CleanCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        LocalStack stack = LocalStack.fromEnvironment();
        new Platform(stack, System.out).down();
        FileTree.delete(stack.home().directory());
        return 0;
    }
}
