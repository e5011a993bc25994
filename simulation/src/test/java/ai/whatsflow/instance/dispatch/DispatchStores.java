package ai.whatsflow.instance.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.instance.instance.InstanceStores;
import ai.whatsflow.instance.node.NodeStores;
import ai.whatsflow.simulation.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks both stores of this package the same. */
public final class DispatchStores {

    private static final Duration CLAIM = Duration.ofSeconds(2);

    private final Tables tables;
    private final List<Lanes> lanes;
    private final List<Dispatches> dispatches;
    private final List<StatusLedger> ledgers;
    private final List<UUID> messages = new ArrayList<>();
    private final List<UUID> claims = new ArrayList<>(List.of(new UUID(1, 1)));

    public DispatchStores(JdbcClient jdbc, Tables tables) {
        this.tables = tables;
        lanes = List.of(new JdbcLanes(jdbc), new InMemoryLanes(tables));
        dispatches = List.of(new JdbcDispatches(jdbc), new InMemoryDispatches(tables));
        ledgers = List.of(new JdbcStatusLedger(jdbc), new InMemoryStatusLedger(tables));
    }

    /** @return how many lanes were due */
    public int ask(Random random) {
        switch (random.nextInt(8)) {
            case 0, 1 -> queue(random);
            case 2, 3, 4 -> {
                return look(random);
            }
            case 5 -> settle(random);
            case 6 -> raise(random);
            default -> {
                alike(dispatches.stream().map(each -> Set.copyOf(each.lockOverdue(1_000))));
                lanes.forEach(Lanes::closeDeleted);
            }
        }
        return 0;
    }

    private void queue(Random random) {
        List<QueuedMessage> queued = new ArrayList<>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            boolean repeated = !messages.isEmpty() && random.nextInt(5) == 0;
            UUID id = repeated
                    ? messages.get(random.nextInt(messages.size()))
                    : new UUID(0x0190_0000_0000_7000L, random.nextLong());
            messages.add(id);
            queued.add(new QueuedMessage(
                    id,
                    random.nextInt(10) == 0 ? new UUID(2, 2) : InstanceStores.ACCOUNT,
                    InstanceStores.id(random),
                    "+94771234567",
                    "Hello",
                    tables.now(),
                    tables.now().plusMillis(random.nextInt(20_000))));
        }
        Map<UUID, Lanes.Span> spans = new TreeMap<>();
        for (Dispatches.Inserted each : alike(dispatches.stream().map(one -> one.insert(queued)))) {
            if (each.status() == DispatchStatus.PENDING) {
                spans.merge(each.instanceId(), new Lanes.Span(each.position(), each.position()), Lanes.Span::including);
            }
        }
        if (!spans.isEmpty()) {
            lanes.forEach(each -> each.extend(spans));
        }
    }

    private int look(Random random) {
        UUID server = NodeStores.server(random);
        UUID boot = NodeStores.boot(random);
        boolean maySendAgain = random.nextBoolean();
        List<Lane> due = alike(lanes.stream()
                        .map(each -> each.lockDue(server, boot, 50).stream()
                                .sorted(Comparator.comparing(Lane::instanceId))
                                .toList()))
                .stream()
                .map(lane -> maySendAgain ? lane : lane.withDoubtsSubmitted())
                .toList();
        Map<UUID, Dispatches.Open> open = alike(dispatches.stream().map(each -> each.open(due)));
        UUID claim = new UUID(3, random.nextLong());
        List<Lanes.Marks> marks = new ArrayList<>();
        for (Lane lane : due) {
            Dispatches.Open there = open.get(lane.instanceId());
            LaneLook look = LaneLook.at(
                    lane,
                    there == null ? null : there.oldest(),
                    there == null ? 0 : there.count(),
                    maySendAgain,
                    Duration.ofSeconds(3));
            List<Dispatches.Slice> slice =
                    List.of(new Dispatches.Slice(lane.instanceId(), look.from(), random.nextInt(4)));
            List<Dispatch> next =
                    alike(dispatches.stream().map(each -> each.next(slice))).getOrDefault(lane.instanceId(), List.of());
            marks.add(new Lanes.Marks(
                    lane,
                    look,
                    next.isEmpty() ? lane.everSubmitted() : next.getLast().position(),
                    lane.now().plusMillis(random.nextInt(300)).toString(),
                    !next.isEmpty(),
                    Duration.ofMillis(random.nextInt(500))));
        }
        if (!marks.isEmpty()) {
            claims.add(claim);
            lanes.forEach(each -> each.mark(claim, CLAIM, marks));
        }
        return due.size();
    }

    private void settle(Random random) {
        UUID claim = claims.get(Math.max(0, claims.size() - 1 - random.nextInt(3)));
        List<Lanes.Progress> progress = tables.lanes.values().stream()
                .map(row -> new Lanes.Progress(
                        row.instanceId,
                        Math.max(0, row.submittedThrough - random.nextInt(2)),
                        Math.min(row.lastPosition, row.submittedThrough + random.nextInt(3)),
                        Duration.ofMillis(random.nextInt(300))))
                .toList();
        if (!progress.isEmpty()) {
            lanes.forEach(each -> each.settle(claim, progress));
        }
    }

    private void raise(Random random) {
        List<StatusLedger.Rise> rises = messages.stream()
                .distinct()
                .filter(id -> random.nextInt(4) == 0 && tables.dispatches.containsKey(id))
                .map(id -> {
                    DispatchStatus to = DispatchStatus.values()[random.nextInt(DispatchStatus.values().length)];
                    UUID instance =
                            random.nextInt(10) == 0 ? InstanceStores.id(random) : tables.dispatches.get(id).instanceId;
                    return new StatusLedger.Rise(id, instance, to, to == DispatchStatus.FAILED ? "because" : null);
                })
                .toList();
        alike(ledgers.stream().map(each -> Set.copyOf(each.raise(rises))));
    }

    private static <T> T alike(Stream<T> answers) {
        List<T> both = answers.toList();
        assertThat(both.get(1)).isEqualTo(both.get(0));
        return both.get(0);
    }
}
