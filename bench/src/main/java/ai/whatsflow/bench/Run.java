package ai.whatsflow.bench;

import ai.whatsflow.bench.result.Report;
import ai.whatsflow.bench.result.Result;
import ai.whatsflow.bench.scene.Durability;
import ai.whatsflow.bench.scene.Scene;
import ai.whatsflow.local.service.Application;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Benchmarks one after the other on one scene; one that fails does not keep the others from running. */
record Run(Scene scene, PrintStream out) {

    Report of(List<Benchmark> benchmarks) {
        Instant started = Instant.now();
        scene.start("postgresql");
        List<Result> results = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (Benchmark benchmark : benchmarks) {
            long start = System.nanoTime();
            out.printf("%n%s: %s%n", benchmark.name(), benchmark.title());
            try {
                results.addAll(benchmark.measure(scene));
            } catch (Exception failed) {
                failed.printStackTrace(out);
                failures.add(benchmark.name() + " brought out no figure: " + failed);
            }
            out.printf("  (%d s)%n", Duration.ofNanos(System.nanoTime() - start).toSeconds());
        }
        return new Report(started, conditions(failures), results, failures);
    }

    private Map<String, String> conditions(List<String> failures) {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("JVM flags, the same in up", scene.jvmFlags(Application.INSTANCE));
        conditions.put("of gateway and messaging-service", scene.jvmFlags(Application.GATEWAY));
        conditions.put("JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        conditions.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        conditions.put(
                "load at the end",
                Double.toString(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        conditions.put("Kafka", "one broker, acks=all, idempotent producers");
        try (Connection database = scene.database("postgres")) {
            Durability durability = Durability.of(database);
            conditions.put("PostgreSQL", durability.toString());
            if (!durability.isOn()) {
                failures.add("durability is off: " + durability);
            }
        } catch (SQLException away) {
            failures.add("PostgreSQL does not say whether its durability is on: " + away.getMessage());
        }
        return conditions;
    }
}
