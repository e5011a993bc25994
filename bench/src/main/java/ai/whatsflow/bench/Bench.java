package ai.whatsflow.bench;

import ai.whatsflow.bench.gateway.GatewayBenchmark;
import ai.whatsflow.bench.messaging.AcceptBenchmark;
import ai.whatsflow.bench.outbox.RelayBenchmark;
import ai.whatsflow.bench.result.Report;
import ai.whatsflow.bench.scene.Scene;
import ai.whatsflow.bench.start.StartBenchmark;
import ai.whatsflow.bench.takeover.TakeOverBenchmark;
import ai.whatsflow.bench.way.WayBenchmark;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Runs the benchmarks named on the command line, or all of them; ends 0 only when every required goal is met. */
public final class Bench {

    private static final List<Benchmark> ALL = List.of(
            new RelayBenchmark(),
            new GatewayBenchmark(),
            new AcceptBenchmark(),
            new WayBenchmark(),
            new StartBenchmark(),
            new TakeOverBenchmark());

    private Bench() {}

    public static void main(String[] names) throws IOException {
        System.exit(run(List.of(names), System.out));
    }

    private static int run(List<String> names, PrintStream out) throws IOException {
        List<Benchmark> chosen = ALL.stream()
                .filter(benchmark -> names.isEmpty() || names.contains(benchmark.name()))
                .toList();
        if (chosen.isEmpty() || !names.isEmpty() && chosen.size() < names.size()) {
            out.println("./whatsflow bench [name ...], of which there are:");
            ALL.forEach(benchmark -> out.printf("  %-10s %s%n", benchmark.name(), benchmark.title()));
            return 2;
        }
        long start = System.nanoTime();
        Report report;
        try (Scene scene = Scene.fromEnvironment(out)) {
            report = new Run(scene, out).of(chosen);
            report.print(out);
            out.printf(
                    "%nWritten to %s after %d s.%n",
                    report.write(scene.results()),
                    Duration.ofNanos(System.nanoTime() - start).toSeconds());
        }
        return report.faults().isEmpty() ? 0 : 1;
    }
}
