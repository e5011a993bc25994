package ai.whatsflow.instance.vault;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.instance.instance.InstanceStores;
import ai.whatsflow.instance.node.NodeCaller;
import ai.whatsflow.instance.node.NodeStores;
import ai.whatsflow.platform.encryption.Sealer;
import ai.whatsflow.simulation.Tables;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks both stores of this package the same. */
public final class VaultStores {

    private final Tables tables;
    private final Vaults jdbc;
    private final Vaults memory;

    public VaultStores(JdbcClient client, Tables tables) {
        this.tables = tables;
        jdbc = new JdbcVaults(client, new Sealer(Map.of("test", new byte[32])));
        memory = new InMemoryVaults(tables);
    }

    /** About some sessions at once, in any order; the states that come back are compared byte by byte. */
    public void ask(Random random) {
        NodeCaller node = new NodeCaller(NodeStores.server(random), NodeStores.boot(random));
        Map<UUID, VaultWrite> writes = new LinkedHashMap<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            UUID instance = InstanceStores.id(random);
            var owner = tables.assignments.get(instance);
            long epoch = owner == null ? 1 : Math.max(0, owner.epoch - random.nextInt(2));
            var row = tables.vaults.get(instance);
            long expected = row == null || random.nextInt(4) == 0 ? random.nextInt(2) : row.version;
            byte[] state = {(byte) random.nextInt()};
            writes.put(instance, new VaultWrite(new Claim(instance, epoch), expected, state));
        }
        List<Claim> claims = writes.values().stream().map(VaultWrite::claim).toList();
        List<UUID> instances = List.copyOf(writes.keySet());
        assertThat(memory.lockOwnership(node, claims)).isEqualTo(jdbc.lockOwnership(node, claims));
        assertThat(memory.save(writes.values())).isEqualTo(jdbc.save(writes.values()));
        if (random.nextInt(8) == 0) {
            memory.tombstone(instances);
            jdbc.tombstone(instances);
        }
        if (random.nextInt(20) == 0) {
            memory.delete(instances.getFirst());
            jdbc.delete(instances.getFirst());
        }
        assertThat(states(memory.find(instances, Long.MAX_VALUE)))
                .isEqualTo(states(jdbc.find(instances, Long.MAX_VALUE)));
    }

    private static Map<UUID, String> states(Map<UUID, VaultAnswer> found) {
        Map<UUID, String> readable = new HashMap<>();
        found.forEach((instance, answer) -> readable.put(
                instance,
                answer instanceof VaultAnswer.Found(VaultState state)
                        ? state.version() + " " + Arrays.toString(state.state())
                        : answer.toString()));
        return readable;
    }
}
