package ai.whatsflow.simulation;

import ai.whatsflow.instance.node.NodeCaller;
import ai.whatsflow.instance.vault.Claim;
import ai.whatsflow.instance.vault.VaultAnswer;
import ai.whatsflow.instance.vault.VaultWrite;
import ai.whatsflow.node.vault.SessionVault;
import ai.whatsflow.node.vault.VaultEntry;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The way from a node to the vault. A call takes no virtual time, for its caller waits; requests and answers get lost,
 * and a lost request may arrive later.
 */
final class SimulatedVault implements SessionVault {

    private final Simulation simulation;
    private final NodeProcess node;
    private final Machine machine;
    long lastSavedEpoch;

    SimulatedVault(Simulation simulation, NodeProcess node, Machine machine) {
        this.simulation = simulation;
        this.node = node;
        this.machine = machine;
    }

    private NodeCaller caller() {
        return new NodeCaller(machine.serverId, node.bootId);
    }

    private boolean isAway() {
        Process replica = simulation.platform.anyReplica();
        return machine.isCutToPlatform() || replica == null || replica.isFrozenAt(simulation.world.now());
    }

    @Override
    public Loaded load(UUID instanceId, long epoch) {
        if (isAway() || simulation.network.fate(false) != Network.Fate.ANSWERED) {
            return new Loaded.Unavailable("no answer");
        }
        Claim claim = new Claim(instanceId, epoch);
        return switch (simulation
                .platform
                .vault
                .read
                .read(caller(), List.of(claim))
                .get(claim)) {
            case VaultAnswer.Found(var state) -> new Loaded.Stored(new VaultEntry(state.version(), state.state()));
            case VaultAnswer.Stale stale -> new Loaded.Stale();
            case null, default -> new Loaded.Nothing();
        };
    }

    @Override
    public Saved save(UUID instanceId, long epoch, long expectedVersion, byte[] state) {
        lastSavedEpoch = epoch;
        Network.Fate fate = isAway() ? Network.Fate.REQUEST_LOST : simulation.network.fate(false);
        simulation.world.trace.note("save " + epoch + " over " + expectedVersion, fate);
        return switch (fate) {
            case REQUEST_LOST -> new Saved.Unavailable("no answer");
            case LATE -> {
                simulation.world.after(
                        simulation.network.lateness(),
                        null,
                        "late save",
                        node.process,
                        () -> write(instanceId, epoch, expectedVersion, state));
                yield new Saved.Unavailable("no answer");
            }
            case ANSWER_LOST -> {
                write(instanceId, epoch, expectedVersion, state);
                yield new Saved.Unavailable("no answer");
            }
            case ANSWERED ->
                write(instanceId, epoch, expectedVersion, state) instanceof VaultAnswer.Saved(long version)
                        ? new Saved.Version(version)
                        : new Saved.Stale();
        };
    }

    private VaultAnswer write(UUID instanceId, long epoch, long expectedVersion, byte[] state) {
        Claim claim = new Claim(instanceId, epoch);
        VaultAnswer answer = Objects.requireNonNull(simulation
                .platform
                .vault
                .save
                .save(caller(), List.of(new VaultWrite(claim, expectedVersion, state)))
                .get(claim));
        if (answer instanceof VaultAnswer.Saved) {
            simulation.checks.saves(instanceId, epoch, node.bootId);
        }
        simulation.checks.platform();
        return answer;
    }
}
