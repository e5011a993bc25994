package ai.whatsflow.local.command;

import ai.whatsflow.local.people.DemoUser;
import ai.whatsflow.local.stack.LocalStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "token", description = "Prints a bearer token of owner, dealer, employee, finance or customer.")
final class TokenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "user")
    String user = "";

    @Override
    public Integer call() {
        System.out.println(LocalStack.fromEnvironment().users().token(DemoUser.named(user)));
        return 0;
    }
}
