package ai.whatsflow.local.command;

import ai.whatsflow.local.fault.FaultLinks;
import ai.whatsflow.local.stack.LocalStack;
import ai.whatsflow.local.stack.Platform;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Starts what is not running yet and waits until it is ready.")
final class UpCommand implements Callable<Integer> {

    @Option(names = "--nodes", description = "How many device nodes; the last choice is kept, 2 at first.")
    @Nullable
    Integer nodes;

    @Option(names = "--infrastructure", description = "Only PostgreSQL, Kafka, Keycloak, Redis and the mail sink.")
    boolean infrastructureOnly;

    @Option(names = "--except", split = ",", description = "Applications to leave out.")
    Set<String> except = Set.of();

    @Option(names = "--through-proxies", description = "Puts a fault proxy between the parts, until the next down.")
    boolean throughProxies;

    @Option(
            names = "--train",
            description = "First makes what lets later starts be quick: about 120 MB and some minutes, once per build.")
    boolean train;

    @Override
    public Integer call() {
        if (throughProxies) {
            LocalStack stack = LocalStack.fromEnvironment();
            new FaultLinks(stack.home(), stack.ports()).open(new Platform(stack, System.out).anyRunning());
        }
        Platform platform = new Platform(LocalStack.fromEnvironment(), System.out);
        if (train) {
            platform.train();
        }
        if (infrastructureOnly) {
            platform.upInfrastructure();
        } else {
            platform.up(nodes, except);
        }
        return 0;
    }
}
