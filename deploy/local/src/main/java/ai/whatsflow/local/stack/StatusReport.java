package ai.whatsflow.local.stack;

import ai.whatsflow.local.component.Component;
import ai.whatsflow.local.component.Health;
import ai.whatsflow.local.node.NodeProcess;
import ai.whatsflow.local.process.ProcessMemory;
import ai.whatsflow.local.service.Application;
import ai.whatsflow.local.service.ServiceProcess;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What runs, where, how well and how large. */
public final class StatusReport {

    /** One line of the report. */
    record Line(String name, Optional<Long> pid, int port, Health health, OptionalLong pssKilobytes, boolean ours) {}

    private final LocalStack stack;

    public StatusReport(LocalStack stack) {
        this.stack = stack;
    }

    /** True when everything is healthy. */
    public boolean print(PrintStream out, boolean colours) {
        List<Line> lines = lines();
        out.printf("  %-24s %8s %6s %8s  %s%n", "name", "process", "port", "memory", "health");
        lines.forEach(line -> out.println(text(line, colours)));
        long ours = lines.stream()
                .filter(Line::ours)
                .mapToLong(line -> line.pssKilobytes().orElse(0))
                .sum();
        long all =
                lines.stream().mapToLong(line -> line.pssKilobytes().orElse(0)).sum();
        out.printf(
                Locale.ROOT,
                "  memory: %d MB gateway, services and nodes; %d MB with infrastructure and simulators (PSS)%n",
                ours / 1024,
                all / 1024);
        return lines.stream().allMatch(line -> line.health().up());
    }

    public boolean allHealthy() {
        return unhealthy().isEmpty();
    }

    /** Who is not healthy, and why. */
    List<String> unhealthy() {
        return lines().stream()
                .filter(line -> !line.health().up())
                .map(line -> line.name() + ": " + line.health().detail())
                .toList();
    }

    private List<Line> lines() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Line>> asked = stack.components().stream()
                    .map(component -> CompletableFuture.supplyAsync(() -> line(component), threads))
                    .toList();
            return asked.stream().map(CompletableFuture::join).toList();
        }
    }

    private static Line line(Component component) {
        Optional<ProcessHandle> process = component.process().running();
        Health health = process.isPresent() ? component.health() : Health.down("not running");
        return new Line(
                component.name(),
                process.map(ProcessHandle::pid),
                component.listensOn().getFirst(),
                health,
                family(component)
                        .or(() -> process)
                        .map(ProcessMemory::pssKilobytes)
                        .orElse(OptionalLong.empty()),
                isOurs(component));
    }

    /** A node's memory is told together with its supervisor's, which is its parent. */
    private static Optional<ProcessHandle> family(Component component) {
        return component instanceof NodeProcess node ? node.supervisor().running() : Optional.empty();
    }

    /** The figure people compare is that of our own JVMs, without simulators. */
    private static boolean isOurs(Component component) {
        return component instanceof ServiceProcess service
                ? service.application().kind() != Application.Kind.SIMULATOR
                : component instanceof NodeProcess;
    }

    private static String text(Line line, boolean colours) {
        String health = line.health().up() ? "UP" : "DOWN " + line.health().detail();
        return String.format(
                Locale.ROOT,
                "  %-24s %8s %6d %8s  %s",
                line.name(),
                line.pid().map(String::valueOf).orElse("-"),
                line.port(),
                line.pssKilobytes().isPresent() ? line.pssKilobytes().getAsLong() / 1024 + " MB" : "-",
                colours ? coloured(health, line.health().up()) : health);
    }

    private static String coloured(String text, boolean good) {
        return (good ? "\u001b[32m" : "\u001b[31m") + text + "\u001b[0m";
    }
}
