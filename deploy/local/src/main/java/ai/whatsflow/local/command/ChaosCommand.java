package ai.whatsflow.local.command;

import ai.whatsflow.local.demo.DemoProgram;
import ai.whatsflow.local.fault.FaultLinks;
import ai.whatsflow.local.stack.LocalStack;
import ai.whatsflow.local.stack.Platform;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "chaos",
        description = "Kills, freezes and cuts off parts under load, and checks that everything holds.")
final class ChaosCommand implements Callable<Integer> {

    /** For the load of the checks to pass; what is broken stays so for longer. */
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    @Option(names = "--minutes", defaultValue = "10", description = "How long faults go on; 10 by default.")
    int minutes;

    @Option(names = "--seed", description = "Chooses the faults; drawn and printed if not given.")
    long seed = System.nanoTime();

    @Override
    public Integer call() throws IOException, InterruptedException {
        LocalStack stack = LocalStack.fromEnvironment();
        FaultLinks links = new FaultLinks(stack.home(), stack.ports());
        if (!links.areOpen()) {
            Platform direct = new Platform(stack, System.out);
            if (direct.anyRunning()) {
                System.out.println("The platform is started anew with a fault proxy between its parts.");
                direct.down();
            }
            links.open(false);
            stack = LocalStack.fromEnvironment();
        }
        Platform platform = new Platform(stack, System.out);
        if (!platform.allHealthy()) {
            platform.up(null, Set.of());
        }
        int result = new DemoProgram(stack.home(), stack.ports())
                .run("ai.whatsflow.fault.Chaos", List.of(Integer.toString(minutes), Long.toString(seed)));
        List<String> unhealthy = platform.unhealthyAfter(RECOVERY);
        if (!unhealthy.isEmpty()) {
            System.out.println("The platform is not healthy after all: " + String.join("; ", unhealthy));
            return 1;
        }
        return result;
    }
}
