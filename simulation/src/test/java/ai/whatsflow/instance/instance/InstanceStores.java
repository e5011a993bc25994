package ai.whatsflow.instance.instance;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.simulation.Tables;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks both stores of this package the same. */
public final class InstanceStores {

    public static final UUID ACCOUNT = new UUID(0xA000_0000_0000_7000L, 1);
    private static final int INSTANCES = 4;

    private final Tables tables;
    private final Instances jdbc;
    private final Instances memory;

    public InstanceStores(JdbcClient client, Tables tables) {
        this.tables = tables;
        jdbc = new JdbcInstances(client);
        memory = new InMemoryInstances(tables);
        for (int i = 0; i < INSTANCES; i++) {
            client.sql("""
                            INSERT INTO instances (id, account_id, name, engine, created_by)
                            VALUES (:id, :account, 'one', 'simulated', :account)
                            """).param("id", id(i)).param("account", ACCOUNT).update();
            Instance stored = jdbc.find(id(i)).orElseThrow();
            tables.instances.put(stored.id(), new Tables.InstanceRow(stored));
        }
    }

    public static UUID id(Random random) {
        return id(random.nextInt(INSTANCES));
    }

    /** The first bit of some is set: the order of ids is that of their bytes. */
    private static UUID id(int number) {
        return new UUID((number % 2 == 0 ? 0 : Long.MIN_VALUE) | 0x0190_0000_0000_7000L, number);
    }

    public void ask(Random random) {
        Set<UUID> ids = Set.of(id(0), id(random.nextInt(1, INSTANCES)));
        List<Instance> locked = jdbc.lock(ids);
        assertThat(memory.lock(ids)).isEqualTo(locked);
        List<Instance> changed = locked.stream()
                .filter(each -> each.state() != SessionState.DELETED)
                .map(each -> changed(each, random))
                .toList();
        jdbc.saveAll(changed);
        memory.saveAll(changed);
        for (UUID id : ids) {
            assertThat(memory.find(id)).isEqualTo(jdbc.find(id));
        }
    }

    private Instance changed(Instance before, Random random) {
        SessionState state = random.nextInt(30) == 0
                ? SessionState.DELETED
                : Map.of(
                                0, SessionState.STOPPED,
                                1, SessionState.LOGGED_OUT,
                                2, SessionState.STARTING)
                        .getOrDefault(random.nextInt(10), SessionState.ONLINE);
        var owner = tables.assignments.get(before.id());
        return new Instance(
                before.id(),
                before.accountId(),
                before.name(),
                before.engine(),
                state,
                state == SessionState.STOPPED && random.nextBoolean() ? "pairing-timed-out" : null,
                "+94770000001",
                before.version() + 1,
                owner == null ? 0 : owner.epoch,
                before.stateSeq() + 1,
                owner == null ? null : owner.serverId,
                Objects.requireNonNullElse(before.linkedAt(), tables.now()),
                before.createdAt());
    }
}
