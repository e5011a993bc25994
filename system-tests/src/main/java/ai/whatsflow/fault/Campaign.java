package ai.whatsflow.fault;

import ai.whatsflow.demo.Place;
import ai.whatsflow.demo.StepFailure;
import ai.whatsflow.demo.Story;
import ai.whatsflow.demo.Waiting;
import ai.whatsflow.fault.invariant.Baseline;
import ai.whatsflow.fault.invariant.Databases;
import ai.whatsflow.fault.invariant.Evidence;
import ai.whatsflow.fault.invariant.Invariants;
import ai.whatsflow.fault.invariant.Relays;
import ai.whatsflow.fault.invariant.StatusWatch;
import ai.whatsflow.fault.invariant.Topics;
import ai.whatsflow.fault.load.Load;
import ai.whatsflow.fault.load.Market;
import ai.whatsflow.fault.load.Market.Customer;
import ai.whatsflow.fault.plan.Blow;
import ai.whatsflow.fault.plan.Drill;
import ai.whatsflow.fault.plan.FaultPlan;
import ai.whatsflow.fault.plan.PlannedFault;
import ai.whatsflow.fault.process.Parts;
import ai.whatsflow.fault.process.Strike;
import ai.whatsflow.fault.proxy.ProxyControl;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Faults on a running platform, one after the other and under load, and the verdict afterwards. */
public final class Campaign {

    private static final Duration FOR_A_MOMENT = Duration.ofSeconds(5);
    private static final Duration TO_SETTLE = Duration.ofMinutes(4);

    private final Map<String, String> environment;
    private final PrintStream out;
    private final Place place;
    private final Databases databases;
    private final Topics topics;
    private final Strike strike;
    private final boolean proxied;

    /** @param environment where the platform is, as its launcher tells programs */
    public Campaign(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
        this.place = Place.fromEnvironment(environment);
        this.databases = new Databases(told("WHATSFLOW_POSTGRES"), place.credentials());
        this.topics = new Topics(told("WHATSFLOW_KAFKA"));
        ProxyControl proxy = new ProxyControl(told("WHATSFLOW_FAULT_PROXY"));
        this.strike = new Strike(new Parts(environment), proxy, new Relays(databases));
        this.proxied = !proxy.links().isEmpty();
    }

    /** Opens a shop of its own, does the faults of the plan while customers use it, and judges. */
    public Outcome run(long seed, List<Drill> drills, Until until) {
        List<Drill> possible = drills.stream().filter(this::isPossible).toList();
        out.println("seed " + seed + ", plan:");
        FaultPlan.beginning(seed, possible, possible.size()).forEach(fault -> out.println("  " + fault));
        Market market = Market.open(new Story(place));
        Baseline baseline = baseline();
        Map<Drill, Integer> done = new EnumMap<>(Drill.class);
        Set<String> excused = new HashSet<>();
        Map<String, List<String>> violations = new HashMap<>();
        try (StatusWatch watch = StatusWatch.start(
                databases, market.senders().stream().map(Customer::accountId).toList())) {
            Load load = Load.start(market);
            List<String> failed = play(new FaultPlan(seed, possible), until, load, done, excused);
            out.println("  faults are over: " + load.tally());
            load.end();
            out.println(
                    "  load is over:    " + load.tally() + " " + load.tally().refusals());
            if (!failed.isEmpty()) {
                violations.put("every fault was overcome", failed);
            }
            Evidence evidence = new Evidence(databases, topics, market, load.tally(), baseline, watch, excused);
            violations.putAll(Invariants.check(evidence, TO_SETTLE, out));
            return new Outcome(seed, done, violations, evidence);
        }
    }

    private List<String> play(FaultPlan plan, Until until, Load load, Map<Drill, Integer> done, Set<String> excused) {
        List<String> failed = new ArrayList<>();
        long start = System.nanoTime();
        for (int faults = 0; !until.reached(faults, since(start)); faults++) {
            PlannedFault fault = plan.next();
            excused(fault.blow(), excused);
            try {
                failed.addAll(play(fault, load, start));
            } catch (StepFailure broken) {
                out.println("      ✗ " + broken.getMessage());
                failed.add(fault + ": " + broken.getMessage());
            }
            done.merge(fault.drill(), 1, Integer::sum);
        }
        return failed;
    }

    private List<String> play(PlannedFault fault, Load load, long start) {
        strike.prepare(fault.blow());
        Waiting.pause(fault.calm());
        try {
            load.moments().await(fault.drill().moment(), FOR_A_MOMENT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StepFailure("interrupted");
        }
        Waiting.pause(fault.aim());
        out.printf("  %4d s %s%n", since(start).toSeconds(), fault);
        long hit = System.nanoTime();
        List<String> failed;
        try {
            strike.hit(fault.blow());
            if (fault.blow() instanceof Blow.FreezeRelay) {
                load.sendThrough(told("WHATSFLOW_SECOND_MESSAGING_URL"));
            }
            Waiting.pause(fault.lasting());
        } finally {
            failed = strike.mend(fault.blow());
        }
        failed.forEach(failure -> out.println("      ✗ " + failure));
        out.printf("         well again after %.1f s; %s%n", since(hit).toMillis() / 1_000.0, load.tally());
        return failed;
    }

    private boolean isPossible(Drill drill) {
        return proxied
                || !Set.of(Drill.NODE_CUT_OFF, Drill.PLATFORM_CUT_OFF, Drill.LINK_IMPAIRED)
                        .contains(drill);
    }

    /** Remembers who may not have been able to close a socket. */
    private static void excused(Blow blow, Set<String> excused) {
        if (blow instanceof Blow.Freeze freeze) {
            excused.add(freeze.part());
        }
        if (blow instanceof Blow.Impair impair) {
            impair.links().stream()
                    .filter(link -> link.endsWith(">whatsapp-simulator"))
                    .forEach(link -> excused.add(link.substring(0, link.indexOf('>'))));
        }
    }

    private Baseline baseline() {
        try {
            return Baseline.of(databases, topics);
        } catch (SQLException unanswered) {
            throw new StepFailure("the databases do not answer: " + unanswered);
        }
    }

    private String told(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: start chaos with ./whatsflow chaos");
        }
        return value;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
