package ai.whatsflow.local.stack;

import ai.whatsflow.local.component.Component;
import ai.whatsflow.local.fault.FaultLinks;
import ai.whatsflow.local.node.NodeProcess;
import ai.whatsflow.local.process.LeftBehind;
import ai.whatsflow.local.process.Signals;
import java.time.Duration;
import java.util.List;

/** Ends every process of the platform, those first that rely on others. */
public final class PlatformStop {

    private final LocalStack stack;
    private final Progress progress;

    public PlatformStop(LocalStack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    public void down() {
        Exclusively.forPlatform(stack.home(), () -> {
            endAllApplications();
            stop(List.of(stack.keycloak()));
            stop(stack.independent());
            stop(List.of(stack.postgres()));
            endLeftBehind();
            new FaultLinks(stack.home(), stack.ports()).close();
        });
    }

    /** The infrastructure stays. */
    public void endApplications() {
        Exclusively.forPlatform(stack.home(), this::endAllApplications);
    }

    public void stop(Component component) {
        long start = System.nanoTime();
        boolean running = component.process().isRunning();
        component.stop();
        if (running) {
            progress.done(component.name(), "ended", Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void endAllApplications() {
        stack.nodes(Math.max(stack.nodeCount().remembered(), 32)).forEach(this::endSupervisor);
        stop(stack.nodes(Math.max(stack.nodeCount().remembered(), 32)));
        stop(stack.replicas());
        stop(stack.applications().reversed());
    }

    private void endSupervisor(NodeProcess node) {
        node.supervisor().terminate(Duration.ofSeconds(2));
    }

    /** Ends them side by side. */
    void stop(List<? extends Component> components) {
        StartPlan plan = new StartPlan(Integer.MAX_VALUE);
        components.forEach(component -> plan.add(component.name(), List.of(), () -> stop(component)));
        plan.finish();
    }

    private void endLeftBehind() {
        for (ProcessHandle process : LeftBehind.of(stack.home())) {
            progress.say("  process " + process.pid() + " was left behind and is killed");
            Signals.kill(process);
            Signals.awaitEnd(process, Duration.ofSeconds(5));
        }
    }
}
