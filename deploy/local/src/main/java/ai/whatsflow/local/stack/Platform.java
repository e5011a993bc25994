package ai.whatsflow.local.stack;

import ai.whatsflow.local.process.Waiting;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The platform as the commands drive it, with its progress on a stream. */
public final class Platform {

    private final LocalStack stack;
    private final PrintStream out;
    private final Progress progress;

    public Platform(LocalStack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
        this.progress = new Progress(out);
    }

    /** Without a number of nodes the platform has as many as the last time. */
    public void up(@Nullable Integer nodes, Set<String> except) {
        int count = nodes == null ? stack.nodeCount().remembered() : nodes;
        timed("ready", () -> new PlatformStart(stack, progress).up(count, except));
        new Addresses(stack.ports(), stack.home()).print(out);
    }

    /** Makes the start-up caches that are missing or stale; what they were missing for is down afterwards. */
    public void train() {
        timed("trained", () -> new CacheTraining(stack, progress).train());
    }

    /** Makes the start-up caches for which the run that has just ended was recorded. */
    public void finishTraining() {
        new CacheTraining(stack, progress).finish();
    }

    public void upInfrastructure() {
        timed("ready", () -> new PlatformStart(stack, progress).upInfrastructure());
    }

    public void down() {
        new PlatformStop(stack, progress).down();
        out.println("Nothing of the platform runs any more.");
    }

    /** Ends gateway, services, simulators and nodes; the infrastructure stays. */
    public void endApplications() {
        new PlatformStop(stack, progress).endApplications();
    }

    public void start(String name) {
        new PlatformStart(stack, progress).up(stack.component(name));
    }

    public void stop(String name) {
        new PlatformStop(stack, progress).stop(stack.component(name));
    }

    public boolean allHealthy() {
        return new StatusReport(stack).allHealthy();
    }

    /** Waits until everything is healthy; who is not when patience ends, and why. */
    public List<String> unhealthyAfter(Duration patience) {
        StatusReport report = new StatusReport(stack);
        AtomicReference<List<String>> last = new AtomicReference<>(List.of());
        Waiting.until(patience, Duration.ofSeconds(1), () -> {
            last.set(report.unhealthy());
            return last.get().isEmpty();
        });
        return last.get();
    }

    public boolean anyRunning() {
        return stack.components().stream()
                .anyMatch(component -> component.process().isRunning());
    }

    private void timed(String what, Runnable action) {
        long start = System.nanoTime();
        action.run();
        out.printf(
                Locale.ROOT,
                "The platform is %s after %.1f s.%n",
                what,
                Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
    }
}
