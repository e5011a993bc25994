package ai.whatsflow.bench.way;

import ai.whatsflow.bench.Benchmark;
import ai.whatsflow.bench.measure.OpenLoop;
import ai.whatsflow.bench.result.Bound;
import ai.whatsflow.bench.result.Figure;
import ai.whatsflow.bench.result.Goal;
import ai.whatsflow.bench.result.Result;
import ai.whatsflow.bench.result.Spread;
import ai.whatsflow.bench.scene.Profile;
import ai.whatsflow.bench.scene.Scene;
import ai.whatsflow.bench.scene.ServiceJvm;
import ai.whatsflow.local.service.Application;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;

/** P8: from the moment a message was meant to be sent to its arrival at WhatsApp, 500 each second, open loop. */
public final class WayBenchmark implements Benchmark {

    private static final Goal MEDIAN =
            new Goal("P8", "accept → device receives, 500/s, p50", "sum of p50 floors", Bound.AT_MOST, 4, 2.5, false);
    private static final Goal TAIL =
            new Goal("P8b", "accept → device receives, 500/s, p99", "sum of p50 floors", Bound.AT_MOST, 20, 8, false);

    private static final int PER_SECOND = 500;
    private static final int DEVICES = 10;
    private static final int ROUNDS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
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
            way.travel("warm-up", WARM_UP);
            List<Double> medians = new ArrayList<>();
            List<Double> tails = new ArrayList<>();
            List<Double> accepts = new ArrayList<>();
            List<Double> millis = new ArrayList<>();
            Floors floors = Floors.measure(scene);
            for (int round = 0; round < ROUNDS; round++) {
                floors = Floors.measure(scene);
                customer.signInAgain();
                Times times = way.travel("round " + round, TIME);
                medians.add(times.arrival().getValueAtPercentile(50) / floors.sum());
                tails.add(times.arrival().getValueAtPercentile(99) / floors.sum());
                accepts.add(times.accept().getValueAtPercentile(50) / 1e3);
                millis.add(times.arrival().getValueAtPercentile(50) / 1e3);
            }
            String profile = new Profile(
                            scene.results().resolve("P8.jfr"),
                            scene.processes("instance-service").getFirst())
                    .of(() -> way.travel("profile", TIME));
            List<Figure> figures = new ArrayList<>(List.of(
                    new Figure("to the 202, p50", Spread.of(accepts), "ms"),
                    new Figure("to WhatsApp, p50", Spread.of(millis), "ms")));
            figures.addAll(floors.figures());
            return List.of(
                    new Result(MEDIAN, Spread.of(medians), figures, List.of(floors.check()), List.of(profile)),
                    new Result(TAIL, Spread.of(tails), List.of(), List.of(), List.of()));
        }
    }

    private record Times(Histogram accept, Histogram arrival) {}

    private record Way(Scene scene, Customer customer) {

        Times travel(String name, Duration time) throws Exception {
            String prefix = name + " " + Instant.now() + " ";
            Arrivals arrivals = new Arrivals(scene);
            long before = arrivals.distinct();
            Map<String, Instant> intended = new ConcurrentHashMap<>();
            Histogram accept = new OpenLoop(PER_SECOND, time).run((number, moment) -> {
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
                    "%-10s 202 p50 %7.1f ms p99 %7.1f ms, WhatsApp p50 %7.1f ms p99 %7.1f ms",
                    name,
                    accept.getValueAtPercentile(50) / 1e3,
                    accept.getValueAtPercentile(99) / 1e3,
                    arrival.getValueAtPercentile(50) / 1e3,
                    arrival.getValueAtPercentile(99) / 1e3);
            return new Times(accept, arrival);
        }
    }
}
