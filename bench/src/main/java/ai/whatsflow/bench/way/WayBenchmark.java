package ai.whatsflow.bench.way;

import ai.whatsflow.bench.Benchmark;
import ai.whatsflow.bench.measure.OpenLoop;
import ai.whatsflow.bench.result.Bound;
import ai.whatsflow.bench.result.Figure;
import ai.whatsflow.bench.result.Goal;
import ai.whatsflow.bench.result.Result;
import ai.whatsflow.bench.result.Spread;
import ai.whatsflow.bench.result.YardstickCheck;
import ai.whatsflow.bench.scene.Profile;
import ai.whatsflow.bench.scene.Scene;
import ai.whatsflow.bench.scene.ServiceJvm;
import ai.whatsflow.local.service.Application;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/**
 * P8: from the moment a message was meant to be sent to its arrival at WhatsApp, 500 each second, open loop. What does
 * not carry as many is measured with half of them, and says so: beyond what a machine carries an open loop measures its
 * own queue.
 */
public final class WayBenchmark implements Benchmark {

    private static final int PER_SECOND = 500;
    private static final int FEWEST_PER_SECOND = 50;
    private static final int DEVICES = 10;
    private static final int ROUNDS = 5;
    private static final int WARM_UP_CLIENTS = 32;
    private static final Duration WARM_UP = Duration.ofSeconds(180);
    private static final Duration TIME = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "way";
    }

    @Override
    public String title() {
        return "the way of a message through the whole platform, 500 a second in an open loop";
    }

    @Override
    public List<Result> measure(Scene scene) throws Exception {
        Histogram stalled = OpenLoop.checked(PER_SECOND);
        scene.say("the generator shows an injected stall of 1 s as p80 %d ms", stalled.getValueAtPercentile(80) / 1000);
        scene.start("postgresql", "kafka");
        // What the machine can do is seen before a dozen JVMs run beside; the ratios are to floors of the same minute.
        YardstickCheck machine = Floors.best(scene).check();
        scene.startAll();
        try (ServiceJvm gateway = ServiceJvm.start(
                        scene,
                        Application.GATEWAY,
                        2_182 + scene.ports().offset(),
                        Map.of(),
                        "--gateway.rate-limit.plans.default.account=2000000000/1m",
                        "--gateway.rate-limit.plans.default.caller=2000000000/1m",
                        "--gateway.rate-limit.plans.trial.account=2000000000/1m",
                        "--gateway.rate-limit.plans.trial.caller=2000000000/1m");
                Customer customer = Customer.at(scene, gateway.url(), DEVICES)) {
            Way way = new Way(scene, customer);
            scene.say("warmed up with %d messages", way.warmUp(WARM_UP));
            int perSecond = way.carries(PER_SECOND);
            List<Double> medians = new ArrayList<>();
            List<Double> tails = new ArrayList<>();
            List<Double> accepts = new ArrayList<>();
            List<Double> millis = new ArrayList<>();
            List<Figure> floorFigures = List.of();
            for (int round = 0; round < ROUNDS; round++) {
                Floors floors = Floors.measure(scene);
                floorFigures = floors.figures();
                customer.signInAgain();
                Times times = way.travel("round " + round, perSecond);
                medians.add(times.arrival().getValueAtPercentile(50) / floors.sum());
                tails.add(times.arrival().getValueAtPercentile(99) / floors.sum());
                accepts.add(times.accept().getValueAtPercentile(50) / 1e3);
                millis.add(times.arrival().getValueAtPercentile(50) / 1e3);
            }
            String profile = new Profile(
                            scene.results().resolve("P8.jfr"),
                            scene.processes("instance-service").getFirst())
                    .of(() -> way.travel("profile", perSecond));
            List<Figure> figures = new ArrayList<>(List.of(
                    new Figure("to the 202, p50", Spread.of(accepts), "ms"),
                    new Figure("to WhatsApp, p50", Spread.of(millis), "ms")));
            figures.addAll(floorFigures);
            return List.of(
                    new Result(
                            goal("P8", perSecond, "p50", 4, 2.5),
                            Spread.of(medians),
                            figures,
                            List.of(machine),
                            List.of(conditions(perSecond), profile)),
                    new Result(
                            goal("P8b", perSecond, "p99", 20, 8), Spread.of(tails), List.of(), List.of(), List.of()));
        }
    }

    private static Goal goal(String id, int perSecond, String percentile, double must, double aim) {
        return new Goal(
                id,
                "accept → device receives, %d/s, %s".formatted(perSecond, percentile),
                "sum of p50 floors",
                Bound.AT_MOST,
                must,
                aim,
                false);
    }

    private static String conditions(int perSecond) {
        return perSecond == PER_SECOND
                ? "the whole load of the goal"
                : "%d a second were more than this machine carries: the goal is not met".formatted(2 * perSecond);
    }

    private record Times(Histogram accept, Histogram arrival) {}

    private record Way(Scene scene, Customer customer) {

        /**
         * Sends as fast as answers come, so that no queue grows while compilers are at work; a cold platform would meet
         * the whole load with one. A refused client tries again a second later.
         */
        int warmUp(Duration time) throws Exception {
            Arrivals arrivals = new Arrivals(scene);
            long before = arrivals.distinct();
            String prefix = "warm-up " + Instant.now() + " ";
            AtomicInteger next = new AtomicInteger();
            AtomicInteger accepted = new AtomicInteger();
            long end = System.nanoTime() + time.toNanos();
            try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Void>> sending = new ArrayList<>();
                for (int client = 0; client < WARM_UP_CLIENTS; client++) {
                    sending.add(clients.submit(() -> {
                        while (System.nanoTime() < end) {
                            int number = next.getAndIncrement();
                            try {
                                customer.send(number, prefix + number);
                                accepted.incrementAndGet();
                            } catch (IOException refused) {
                                TimeUnit.SECONDS.sleep(1);
                            }
                        }
                        return null;
                    }));
                }
                for (Future<Void> each : sending) {
                    each.get();
                }
            }
            arrivals.await(prefix, accepted.get(), before);
            return accepted.get();
        }

        /** How many a second go through, by halves: each has to be answered, the typical one before the next second. */
        int carries(int perSecond) throws Exception {
            customer.signInAgain();
            try {
                if (travel("trial " + perSecond, perSecond).accept().getValueAtPercentile(50) < 1_000_000) {
                    return perSecond;
                }
            } catch (OpenLoop.FailedException refused) {
                scene.say("%d a second are more than this machine carries: %s", perSecond, refused.toString());
                // The gateway gives a service that failed a rest, and what was accepted is still on its way.
                TimeUnit.SECONDS.sleep(20);
                new Arrivals(scene).cease();
                warmUp(Duration.ofSeconds(10));
            }
            if (perSecond / 2 < FEWEST_PER_SECOND) {
                throw new IllegalStateException("not even " + perSecond + " a second go through");
            }
            return carries(perSecond / 2);
        }

        Times travel(String name, int perSecond) throws Exception {
            String prefix = name + " " + Instant.now() + " ";
            Arrivals arrivals = new Arrivals(scene);
            long before = arrivals.distinct();
            Map<String, Instant> intended = new ConcurrentHashMap<>();
            Histogram accept = new OpenLoop(perSecond, TIME).run((number, moment) -> {
                String text = prefix + number;
                intended.put(text, moment);
                customer.send(number, text);
            });
            int sent = intended.size();
            Map<String, Instant> arrived = arrivals.await(prefix, sent, before);
            Histogram arrival = new Histogram(3);
            intended.forEach((text, moment) -> arrival.recordValue(
                    Math.max(0, Duration.between(moment, arrived.get(text)).toNanos() / 1_000)));
            scene.say(
                    "%-11s 202 p50 %7.1f ms p99 %7.1f ms, WhatsApp p50 %7.1f ms p99 %7.1f ms",
                    name,
                    accept.getValueAtPercentile(50) / 1e3,
                    accept.getValueAtPercentile(99) / 1e3,
                    arrival.getValueAtPercentile(50) / 1e3,
                    arrival.getValueAtPercentile(99) / 1e3);
            return new Times(accept, arrival);
        }
    }
}
