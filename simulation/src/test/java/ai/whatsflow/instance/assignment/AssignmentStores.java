package ai.whatsflow.instance.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.instance.instance.InstanceStores;
import ai.whatsflow.instance.node.NodeStores;
import ai.whatsflow.simulation.Settings;
import ai.whatsflow.simulation.Tables;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks both stores of this package the same. */
public final class AssignmentStores {

    private static final Duration LEASE = Settings.LEASE;

    private final Tables tables;
    private final List<Assignments> assignments;
    private final List<Leases> leases;
    private final List<SessionCommands> commands;
    private final List<Pulse> pulses;

    public AssignmentStores(JdbcClient jdbc, Tables tables) {
        this.tables = tables;
        assignments = List.of(new JdbcAssignments(jdbc), new InMemoryAssignments(tables));
        leases = List.of(new JdbcLeases(jdbc), new InMemoryLeases(tables));
        commands = List.of(new JdbcSessionCommands(jdbc), new InMemorySessionCommands(tables));
        pulses = List.of(new JdbcPulse(jdbc, Settings.LEASES), new InMemoryPulse(tables, LEASE));
    }

    public void ask(Random random) {
        UUID server = NodeStores.server(random);
        UUID boot = NodeStores.boot(random);
        List<Held> held = held(random);
        List<String> engines = List.of("simulated");
        switch (random.nextInt(13)) {
            case 0 -> {
                UUID instance = InstanceStores.id(random);
                assignments.forEach(each -> each.request(instance, "simulated"));
            }
            case 1, 2 -> {
                List<Assignment> free = alike(assignments.stream().map(each -> each.lockPossiblyFree(engines, 500)));
                List<Assignments.Placed> placed = free.stream()
                        .filter(each -> random.nextInt(3) > 0)
                        .map(each -> new Assignments.Placed(each.instanceId(), server, boot))
                        .toList();
                alike(assignments.stream().map(each -> Set.copyOf(each.assign(placed, LEASE))));
            }
            case 3 -> alike(assignments.stream().map(Assignments::loads));
            case 4 -> alike(assignments.stream().map(Assignments::stopUnwanted));
            case 5 -> alike(assignments.stream().map(each -> each.drain(server, engines, 10)));
            case 6 -> alike(assignments.stream().map(each -> each.held(server, new HashSet<>(held))));
            case 7, 8 -> alike(leases.stream().map(each -> each.renew(server, boot, held, LEASE)));
            case 9 -> {
                alike(leases.stream().map(each -> each.known(held)));
                alike(leases.stream().map(each -> each.release(server, boot, held)));
            }
            case 10 ->
                alike(commands.stream().map(each -> Set.copyOf(each.take(server, boot, LEASE.dividedBy(3), 99))));
            case 11 -> commands.forEach(each -> each.started(held));
            default -> alike(pulses.stream().map(Pulse::beat));
        }
        for (UUID instance : tables.assignments.keySet()) {
            alike(assignments.stream().map(each -> each.find(instance)));
        }
    }

    /** What somebody might hold: the epoch of now, and sometimes another. */
    private List<Held> held(Random random) {
        return tables.assignments.values().stream()
                .filter(row -> random.nextInt(4) > 0)
                .map(row -> new Held(row.instanceId, Math.max(1, row.epoch - (random.nextInt(4) == 0 ? 1 : 0))))
                .toList();
    }

    private static <T> T alike(Stream<T> answers) {
        List<T> both = answers.toList();
        assertThat(both.get(1)).isEqualTo(both.get(0));
        return both.get(0);
    }
}
