package ai.whatsflow.instance.vault;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.instance.instance.InstanceStores;
import ai.whatsflow.instance.node.NodeCaller;
import ai.whatsflow.instance.node.NodeStores;
import ai.whatsflow.platform.encryption.Sealer;
import ai.whatsflow.simulation.Tables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    public void ask(Random random) {
        UUID instance = InstanceStores.id(random);
        NodeCaller node = new NodeCaller(NodeStores.server(random), NodeStores.boot(random));
        var owner = tables.assignments.get(instance);
        long epoch = owner == null ? 1 : Math.max(0, owner.epoch - random.nextInt(2));
        assertThat(memory.lockOwnership(node, instance, epoch)).isEqualTo(jdbc.lockOwnership(node, instance, epoch));
        var row = tables.vaults.get(instance);
        long expected = row == null || random.nextInt(4) == 0 ? random.nextInt(2) : row.version;
        byte[] state = {(byte) random.nextInt()};
        assertThat(memory.save(instance, epoch, expected, state))
                .isEqualTo(jdbc.save(instance, epoch, expected, state));
        if (random.nextInt(8) == 0) {
            memory.tombstone(List.of(instance));
            jdbc.tombstone(List.of(instance));
        }
        if (random.nextInt(20) == 0) {
            memory.delete(instance);
            jdbc.delete(instance);
        }
        Optional<VaultState> found = jdbc.find(instance);
        assertThat(memory.find(instance).map(VaultState::version)).isEqualTo(found.map(VaultState::version));
        found.ifPresent(expectedState ->
                assertThat(memory.find(instance).orElseThrow().state()).isEqualTo(expectedState.state()));
    }
}
