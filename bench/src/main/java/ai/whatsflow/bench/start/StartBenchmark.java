package ai.whatsflow.bench.start;

import ai.whatsflow.bench.Benchmark;
import ai.whatsflow.bench.measure.Pairs;
import ai.whatsflow.bench.result.Bound;
import ai.whatsflow.bench.result.Figure;
import ai.whatsflow.bench.result.Goal;
import ai.whatsflow.bench.result.Result;
import ai.whatsflow.bench.result.Spread;
import ai.whatsflow.bench.scene.Scene;
import ai.whatsflow.local.stack.LocalStack;
import ai.whatsflow.local.stack.Platform;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * P11. The infrastructure stands; gateway, services, simulators and two nodes are started in turns as {@code up} starts
 * them and as plain fat jars, until everything is ready and the demo users are there.
 */
public final class StartBenchmark implements Benchmark {

    private static final int NODES = 2;
    private static final Duration IDLE = Duration.ofSeconds(60);

    /** Memory hardly differs from start to start, and each look at it takes a minute; that of fat jars is no goal. */
    private static final int LOOKS_AT_OURS = 3;

    private static final int LOOKS_AT_PLAIN = 1;

    private static final Goal START = new Goal(
            "P11", "CPU of the platform's start", "the same fat jars, default flags", Bound.AT_MOST, 0.40, 0.28, true);
    private static final Goal MEMORY = new Goal(
            "P11", "memory of our JVMs after 60 s, MB", "PSS, nothing to do", Bound.AT_MOST, 3_200, 2_400, true);

    private final List<Double> ourSeconds = new ArrayList<>();
    private final List<Double> plainSeconds = new ArrayList<>();
    private final List<Double> ourMemory = new ArrayList<>();
    private final List<Double> plainMemory = new ArrayList<>();

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String title() {
        return "start of the whole platform with its caches, beside plain fat jars; memory once it is idle";
    }

    @Override
    public List<Result> measure(Scene scene) throws Exception {
        scene.platform().train();
        scene.platform().upInfrastructure();
        LocalStack ours = scene.stack();
        LocalStack plain = ours.startedBy(new FatJarStart(scene.home()));
        Pairs cpu = Pairs.interleaved(
                Pairs.AT_LEAST,
                () -> start(scene, "with caches", ours, ourSeconds, ourMemory, LOOKS_AT_OURS),
                () -> start(scene, "fat jars", plain, plainSeconds, plainMemory, LOOKS_AT_PLAIN));
        return List.of(
                new Result(
                        START,
                        cpu.ratio(),
                        List.of(
                                new Figure("CPU of a start with caches", cpu.firstSpread(), "s"),
                                new Figure("CPU of a start from fat jars", cpu.secondSpread(), "s"),
                                new Figure("time of a start with caches", Spread.of(ourSeconds), "s"),
                                new Figure("time of a start from fat jars", Spread.of(plainSeconds), "s")),
                        List.of(),
                        List.of("infrastructure was running; demo users and enrolment of the nodes included")),
                new Result(
                        MEMORY,
                        Spread.of(ourMemory),
                        List.of(new Figure("from fat jars", Spread.of(plainMemory), "MB")),
                        List.of(),
                        List.of("gateway, 8 services, 2 nodes and their supervisors; no simulators")));
    }

    /** Leaves nothing of ours running. */
    private static double start(
            Scene scene, String arm, LocalStack stack, List<Double> seconds, List<Double> memory, int looksAtMemory)
            throws Exception {
        endOurs(scene);
        long begin = System.nanoTime();
        quietly(stack).up(NODES, Set.of());
        seconds.add((System.nanoTime() - begin) / 1e9);
        OurProcesses processes = new OurProcesses(stack);
        double cpu = processes.cpuSeconds();
        scene.say("%s: %d processes ready after %.1f s and %.1f CPU-s", arm, processes.count(), seconds.getLast(), cpu);
        if (memory.size() < looksAtMemory) {
            Thread.sleep(IDLE);
            memory.add(processes.pssMegabytes());
            scene.say("%s: %.0f MB", arm, memory.getLast());
        }
        endOurs(scene);
        return cpu;
    }

    private static void endOurs(Scene scene) {
        quietly(scene.stack()).endApplications();
    }

    private static Platform quietly(LocalStack stack) {
        return new Platform(stack, new PrintStream(OutputStream.nullOutputStream()));
    }
}
