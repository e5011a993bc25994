package ai.whatsflow.bench.messaging;

import ai.whatsflow.bench.Benchmark;
import ai.whatsflow.bench.measure.CpuMeter;
import ai.whatsflow.bench.measure.Pairs;
import ai.whatsflow.bench.measure.Wrk;
import ai.whatsflow.bench.result.Bound;
import ai.whatsflow.bench.result.Figure;
import ai.whatsflow.bench.result.Goal;
import ai.whatsflow.bench.result.Result;
import ai.whatsflow.bench.result.Spread;
import ai.whatsflow.bench.result.YardstickCheck;
import ai.whatsflow.bench.scene.Profile;
import ai.whatsflow.bench.scene.Scene;
import ai.whatsflow.bench.scene.ServiceJvm;
import ai.whatsflow.bench.scene.StandInIssuer;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.service.Application;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** P4 and P5: messages accepted through the gateway, 10,000 at once and one by one, against the database alone. */
public final class AcceptBenchmark implements Benchmark {

    private static final Goal BULK =
            new Goal("P4", "bulk POST of 10,000, durable", "binary COPY", Bound.AT_MOST, 4.0, 2.0, false);
    private static final Goal SINGLE =
            new Goal("P5", "single POSTs a second, 64 clients", "pgbench", Bound.AT_LEAST, 0.5, 1.0, false);

    private static final int ROUNDS = Pairs.AT_LEAST;
    private static final int CLIENTS = 64;
    private static final int WARM_UP_BATCHES = 8;
    private static final int WARM_UP_POSTS = 60_000;
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(60);
    private static final Duration PROFILED = Duration.ofSeconds(10);
    private static final Duration TIME = Duration.ofSeconds(4);

    /** Into our own tables with their indexes, on an idle machine of two cores; bare tables take half of it. */
    private static final double COPY_FLOOR_MILLIS = 65;

    private static final double PGBENCH_FLOOR_MICROS = 1e6 / 6_500;

    @Override
    public String name() {
        return "accept";
    }

    @Override
    public String title() {
        return "messages accepted in bulk and one by one, against COPY and pgbench";
    }

    @Override
    public List<Result> measure(Scene scene) throws Exception {
        scene.start("postgresql", "kafka", "redis");
        int offset = scene.ports().offset();
        try (StandInIssuer issuer = StandInIssuer.start();
                AcceptTables tables = AcceptTables.create(scene);
                ServiceJvm messaging = ServiceJvm.start(
                        scene, Application.MESSAGING, 2_171 + offset, issuers(scene, issuer, Map.of()));
                ServiceJvm gateway = ServiceJvm.start(
                        scene,
                        Application.GATEWAY,
                        2_172 + offset,
                        issuers(scene, issuer, Map.of("WHATSFLOW_SERVICES_MESSAGING_URL", messaging.url())),
                        "--gateway.rate-limit.plans.default.account=2000000000/1m",
                        "--gateway.rate-limit.plans.default.caller=2000000000/1m",
                        "--gateway.rate-limit.classes.bulk.account=2000000000/1m")) {
            Senders senders = Senders.introduce(scene, issuer, gateway.url(), CLIENTS);
            List<ProcessHandle> involved = new ArrayList<>(scene.processes("postgresql", "kafka", "redis"));
            involved.add(gateway.process());
            involved.add(messaging.process());
            CpuMeter all = new CpuMeter(involved);
            return List.of(bulk(scene, senders, tables, messaging), single(scene, senders, tables, messaging, all));
        }
    }

    private static Result bulk(Scene scene, Senders senders, AcceptTables tables, ServiceJvm messaging)
            throws Exception {
        for (int i = 0; i < WARM_UP_BATCHES; i++) {
            senders.postBatch();
        }
        tables.copy(Senders.RECIPIENTS);
        Pairs pairs = Pairs.interleaved(
                ROUNDS,
                () -> said(scene, "bulk POST %6.0f ms", senders.postBatch() * 1e3),
                () -> said(scene, "COPY      %6.0f ms", tables.copy(Senders.RECIPIENTS) * 1e3));
        String profile = new Profile(scene.results().resolve("P4.jfr"), messaging.process()).of(() -> {
            for (int i = 0; i < WARM_UP_BATCHES; i++) {
                senders.postBatch();
            }
        });
        return new Result(
                BULK,
                pairs.ratio(),
                List.of(
                        new Figure("bulk POST through the gateway", pairs.firstSpread(), "ms"),
                        new Figure("COPY of the same rows", pairs.secondSpread(), "ms")),
                List.of(new YardstickCheck(
                        "COPY, the best", pairs.secondSpread().min(), COPY_FLOOR_MILLIS, "ms")),
                List.of("every message of a batch was in the database when its 202 came", profile));
    }

    private static Result single(Scene scene, Senders senders, AcceptTables tables, ServiceJvm messaging, CpuMeter all)
            throws Exception {
        CpuMeter database = scene.cpu("postgresql");
        warmUp(scene, senders);
        List<Double> cpu = new ArrayList<>();
        List<Double> databaseCpu = new ArrayList<>();
        LongAdder refused = new LongAdder();
        Pairs pairs = Pairs.interleaved(
                ROUNDS,
                () -> said(scene, "POSTs   %7.0f /s", perSecond(all, cpu, () -> accepts(senders, CLIENTS, refused))),
                () -> said(
                        scene,
                        "pgbench %7.0f /s",
                        perSecond(database, databaseCpu, () -> tables.accept(CLIENTS, TIME))));
        List<Double> oneAccount = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            oneAccount.add(accepts(senders, 1, refused));
        }
        String profile = new Profile(scene.results().resolve("P5.jfr"), messaging.process())
                .of(() -> senders.post(CLIENTS, PROFILED));
        return new Result(
                SINGLE,
                pairs.ratio(),
                List.of(
                        new Figure("POSTs, each client an account", pairs.firstSpread(), "/s"),
                        new Figure("POSTs, all clients one account", Spread.of(oneAccount), "/s"),
                        Figure.of("POSTs refused in all rounds", refused.sum(), ""),
                        new Figure("pgbench, message and outbox row", pairs.secondSpread(), "/s"),
                        new Figure("POST, CPU of all processes", Spread.of(cpu), "µs/accept"),
                        new Figure("pgbench, CPU of PostgreSQL", Spread.of(databaseCpu), "µs/accept")),
                List.of(new YardstickCheck(
                        "pgbench, the best", 1e6 / pairs.secondSpread().max(), PGBENCH_FLOOR_MICROS, "µs/accept")),
                List.of(profile));
    }

    /** A busy machine needs longer for the same number of requests. */
    private static void warmUp(Scene scene, Senders senders) throws Exception {
        long deadline = System.nanoTime() + LONGEST_WARM_UP.toNanos();
        long accepted = 0;
        while (accepted < WARM_UP_POSTS && System.nanoTime() < deadline) {
            accepted += senders.post(CLIENTS, TIME).good();
        }
        scene.say("warmed up with %d POSTs", accepted);
    }

    private static double accepts(Senders senders, int accounts, LongAdder refused) throws Exception {
        Wrk.Answers answers = senders.post(accounts, TIME);
        refused.add(answers.refused());
        return (double) answers.good() / TIME.toSeconds();
    }

    private static double perSecond(CpuMeter meter, List<Double> micros, Pairs.Arm arm) throws Exception {
        double[] rate = {0};
        long spent = meter.micros(() -> rate[0] = arm.measure());
        micros.add(spent / (rate[0] * TIME.toSeconds()));
        return rate[0];
    }

    private static double said(Scene scene, String format, double value) {
        scene.say(format, value);
        return value;
    }

    private static Map<String, String> issuers(Scene scene, StandInIssuer issuer, Map<String, String> more) {
        Map<String, String> environment = new java.util.HashMap<>(Map.of(
                "WHATSFLOW_SECURITY_KEYCLOAK_ISSUER", issuer.realm(),
                "WHATSFLOW_SECURITY_INTERNAL_ISSUER", issuer.url(),
                "WHATSFLOW_SERVICES_IDENTITY_URL", issuer.url(),
                "SPRING_DATA_REDIS_PORT", Integer.toString(scene.ports().of(Port.REDIS))));
        environment.putAll(more);
        return environment;
    }
}
