package ai.whatsflow.bench.gateway;

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
import ai.whatsflow.bench.scene.Nginx;
import ai.whatsflow.bench.scene.Profile;
import ai.whatsflow.bench.scene.Scene;
import ai.whatsflow.bench.scene.ServiceJvm;
import ai.whatsflow.bench.scene.StandInIssuer;
import ai.whatsflow.bench.scene.Tenant;
import ai.whatsflow.local.component.Port;
import ai.whatsflow.local.service.Application;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * P1 and P2: the gateway's CPU per request with every policy on, against nginx in front of the same upstream and
 * against the same gateway without policies; and how soon it refuses a revoked key.
 */
public final class GatewayBenchmark implements Benchmark {

    private static final Goal AGAINST_NGINX =
            new Goal("P1", "gateway, all policies, CPU", "nginx proxy_pass", Bound.AT_MOST, 5.4, 3.5, false);
    private static final Goal AGAINST_ITSELF =
            new Goal("P2", "gateway, all policies, CPU", "without policies", Bound.AT_MOST, 1.20, 1.08, false);
    private static final Goal REVOKED =
            new Goal("P2b", "revoked key is refused after", "1 s", Bound.AT_MOST, 1, 0.3, false);

    private static final String PATH = "/api/v1/message-quota";
    private static final int WARM_UP_REQUESTS = 150_000;
    private static final Duration PROFILED = Duration.ofSeconds(8);
    private static final Duration TIME = Duration.ofSeconds(4);
    private static final int CONNECTIONS = 32;
    private static final double NGINX_FLOOR_MICROS = 15.5;

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public String title() {
        return "gateway against nginx, against itself without policies, and a revoked key";
    }

    @Override
    public List<Result> measure(Scene scene) throws Exception {
        scene.start("kafka", "redis");
        int offset = scene.ports().offset();
        int upstream = 2_161 + offset;
        int proxy = 2_162 + offset;
        try (StandInIssuer issuer = StandInIssuer.start();
                Nginx service = Nginx.answering(scene, upstream);
                Nginx nginx = Nginx.proxying(scene, proxy, upstream);
                ServiceJvm on = ServiceJvm.start(
                        scene, Application.GATEWAY, 2_163 + offset, environment(scene, issuer, upstream), LIMITS);
                ServiceJvm off = ServiceJvm.start(
                        scene,
                        PoliciesOff.class,
                        Application.GATEWAY,
                        2_164 + offset,
                        environment(scene, issuer, upstream),
                        LIMITS)) {
            Tenant tenant = Tenant.introduce(scene);
            Map<String, String> token = Map.of("Authorization", "Bearer " + issuer.token(tenant));
            RevokedKey revoked = new RevokedKey(scene, issuer, tenant, on.url() + PATH);
            revoked.awaitKnown(token);
            scene.say("upstream %d, warming up", service.process().pid());
            List<ProcessHandle> redis = scene.processes("redis");
            Arm withPolicies = new Arm("policies on", wrk(on.url(), token), meter(on.process(), redis));
            Arm withKey = new Arm("policies on, API key", wrk(on.url(), revoked.key()), meter(on.process(), redis));
            Arm without = new Arm("policies off", wrk(off.url(), token), meter(off.process(), List.of()));
            Arm bare = new Arm("nginx", wrk("http://127.0.0.1:" + proxy, token), meter(nginx.process(), List.of()));
            List<Arm> arms = List.of(bare, withPolicies, without, withKey);
            for (Arm arm : arms) {
                arm.wrk().warmUp(WARM_UP_REQUESTS);
            }
            List<List<Double>> micros = inTurns(scene, arms);
            Pairs onNginx = new Pairs(micros.get(1), micros.get(0));
            Pairs onItself = new Pairs(micros.get(1), micros.get(2));
            String profile = new Profile(scene.results().resolve("P1.jfr"), on.process())
                    .of(() -> withPolicies.wrk().run(PROFILED));
            return List.of(
                    new Result(
                            AGAINST_NGINX,
                            onNginx.ratio(),
                            List.of(
                                    new Figure("gateway and Redis, CPU", onNginx.firstSpread(), "µs/request"),
                                    new Figure("the same by API key", Spread.of(micros.get(3)), "µs/request"),
                                    new Figure("nginx, CPU", onNginx.secondSpread(), "µs/request")),
                            List.of(new YardstickCheck(
                                    "nginx", onNginx.secondSpread().median(), NGINX_FLOOR_MICROS, "µs/request")),
                            List.of(profile)),
                    new Result(
                            AGAINST_ITSELF,
                            onItself.ratio(),
                            List.of(new Figure("without policies, CPU", onItself.secondSpread(), "µs/request")),
                            List.of(),
                            List.of("off: no token, role, limits, body limit, breaker, access log, timers; on: all")),
                    new Result(REVOKED, revoked.seconds(), List.of(), List.of(), List.of()));
        }
    }

    /** Limits that are counted at every request and never reached. */
    private static final String[] LIMITS = {
        "--gateway.rate-limit.plans.default.account=2000000000/1m",
        "--gateway.rate-limit.plans.default.caller=2000000000/1m"
    };

    private static Map<String, String> environment(Scene scene, StandInIssuer issuer, int upstream) {
        return Map.of(
                "WHATSFLOW_SECURITY_KEYCLOAK_ISSUER", issuer.realm(),
                "WHATSFLOW_SERVICES_IDENTITY_URL", issuer.url(),
                "WHATSFLOW_SERVICES_MESSAGING_URL", "http://127.0.0.1:" + upstream,
                "SPRING_DATA_REDIS_PORT", Integer.toString(scene.ports().of(Port.REDIS)));
    }

    private record Arm(String name, Wrk wrk, CpuMeter meter) {

        double micros() throws Exception {
            long[] requests = {0};
            long micros = meter.micros(() -> requests[0] = wrk.run(TIME));
            return (double) micros / requests[0];
        }
    }

    private static List<List<Double>> inTurns(Scene scene, List<Arm> arms) throws Exception {
        List<List<Double>> micros = new ArrayList<>();
        arms.forEach(arm -> micros.add(new ArrayList<>()));
        for (int round = 0; round < Pairs.AT_LEAST; round++) {
            for (int i = 0; i < arms.size(); i++) {
                double measured = arms.get(i).micros();
                micros.get(i).add(measured);
                scene.say("%-22s %6.1f µs/request", arms.get(i).name(), measured);
            }
        }
        return micros;
    }

    private static Wrk wrk(String base, Map<String, String> headers) {
        return new Wrk(base + PATH, CONNECTIONS, headers, null);
    }

    private static CpuMeter meter(ProcessHandle process, List<ProcessHandle> others) {
        List<ProcessHandle> all = new ArrayList<>(others);
        all.add(process);
        return new CpuMeter(all);
    }
}
