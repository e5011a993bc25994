package ai.whatsflow.instance.dispatch;

import ai.whatsflow.instance.node.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides what leaves which lane now, and claims those lanes. */
@Component
class LanePlanner {

    private static final int REQUEST_COMMANDS = 1_000;
    private static final long REQUEST_BYTES = 700_000;
    private static final Duration RECHECK = Duration.ofMillis(200);
    private static final Duration RECHECK_HELD = Duration.ofSeconds(1);

    private final Lanes lanes;
    private final Dispatches dispatches;
    private final DispatchChecks checks;
    private final EndMessages endMessages;
    private final DispatchProperties properties;
    private final RandomGenerator jitter;

    LanePlanner(
            Lanes lanes,
            Dispatches dispatches,
            DispatchChecks checks,
            EndMessages endMessages,
            DispatchProperties properties,
            RandomGenerator jitter) {
        this.lanes = lanes;
        this.dispatches = dispatches;
        this.checks = checks;
        this.endMessages = endMessages;
        this.properties = properties;
        this.jitter = jitter;
    }

    Duration claim() {
        return properties.claim();
    }

    /** @return one batch for each lane that was due, empty ones too */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<LaneBatch> plan(UUID claimId, Node node, UUID bootId) {
        List<Lane> due = lanes.lockDue(node.serverId(), bootId, properties.lanes()).stream()
                .map(lane -> node.maySendAgain(lane.engine()) ? lane : lane.withDoubtsSubmitted())
                .toList();
        if (due.isEmpty()) {
            return List.of();
        }
        Map<UUID, Dispatches.Open> open = dispatches.open(due);
        List<LaneLook> looks = due.stream()
                .map(lane -> look(lane, open.get(lane.instanceId()), node))
                .toList();
        List<Dispatches.Slice> slices = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            slices.add(slice(due.get(i), looks.get(i)));
        }
        Map<UUID, List<Dispatch>> next = dispatches.next(slices);
        DispatchChecks.Round round =
                checks.round(next.values().stream().flatMap(List::stream).toList());
        LaneBatch.RequestBudget budget = new LaneBatch.RequestBudget(REQUEST_COMMANDS, REQUEST_BYTES);
        List<LaneBatch> batches = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            Lane lane = due.get(i);
            batches.add(LaneBatch.of(
                    lane,
                    looks.get(i),
                    slices.get(i).most(),
                    next.getOrDefault(lane.instanceId(), List.of()),
                    round,
                    budget));
        }
        endMessages.end(
                batches.stream().flatMap(batch -> batch.endings().stream()).toList());
        lanes.mark(
                claimId, properties.claim(), batches.stream().map(this::marks).toList());
        return batches;
    }

    private LaneLook look(Lane lane, Dispatches.@Nullable Open open, Node node) {
        return LaneLook.at(
                lane,
                open == null ? null : open.oldest(),
                open == null ? 0 : open.count(),
                node.maySendAgain(lane.engine()),
                properties.resendAfter());
    }

    private Dispatches.Slice slice(Lane lane, LaneLook look) {
        int room = Math.min(properties.batch(), properties.inFlight() - look.inFlight());
        int permits = Pace.at(
                        lane.now(),
                        lane.pacedUntil(),
                        properties.gapOf(lane.engine()),
                        properties.burst(),
                        Math.max(0, room),
                        jitter)
                .permits();
        return new Dispatches.Slice(lane.instanceId(), look.from(), permits);
    }

    private Lanes.Marks marks(LaneBatch batch) {
        Lane lane = batch.lane();
        if (batch.sends().isEmpty()) {
            LaneLook look = batch.lookWithoutSends();
            return new Lanes.Marks(
                    lane, look, lane.everSubmitted(), lane.pacedUntil().toString(), false, recheck(batch, look));
        }
        Instant pacedUntil = Pace.after(
                batch.sends().size(),
                lane.now(),
                lane.pacedUntil(),
                properties.gapOf(lane.engine()),
                properties.burst(),
                jitter);
        return new Lanes.Marks(
                lane,
                batch.look(),
                batch.sends().getLast().position(),
                pacedUntil.toString(),
                true,
                properties.claim());
    }

    private Duration recheck(LaneBatch batch, LaneLook look) {
        Lane lane = batch.lane();
        if (batch.held()) {
            return RECHECK_HELD;
        }
        if (look.from() >= lane.lastPosition()) {
            return RECHECK;
        }
        Duration untilPaced = Duration.between(lane.now(), lane.pacedUntil());
        boolean windowFull = look.inFlight() >= properties.inFlight();
        return windowFull ? RECHECK.dividedBy(4) : untilPaced.isPositive() ? untilPaced : Duration.ZERO;
    }
}
