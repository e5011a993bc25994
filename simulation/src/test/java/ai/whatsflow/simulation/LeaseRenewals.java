package ai.whatsflow.simulation;

import ai.whatsflow.instance.assignment.Held;
import ai.whatsflow.instance.assignment.RenewLeases.Renewal;
import ai.whatsflow.instance.node.NodeCaller;
import ai.whatsflow.node.lease.Lease;
import ai.whatsflow.node.lease.LeaseRequests;
import ai.whatsflow.node.lease.LeaseRounds;
import ai.whatsflow.node.lease.Leases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The thread that renews and gives back, one request after another. */
final class LeaseRenewals implements LeaseRequests {

    private static final long AGAIN_AFTER_FAILURE = World.millis(100);

    private final Simulation simulation;
    private final NodeProcess node;
    private final Machine machine;
    private final List<Lease> toRelease = new ArrayList<>();
    private boolean busy;
    private boolean urgent;
    private long next;
    private long wakeUps;

    LeaseRenewals(Simulation simulation, NodeProcess node, Machine machine) {
        this.simulation = simulation;
        this.node = node;
        this.machine = machine;
    }

    void begin() {
        next = simulation.world.now();
        wakeIn(0);
    }

    @Override
    public void renewSoon() {
        urgent = true;
        wakeIn(0);
    }

    @Override
    public void release(Lease lease) {
        toRelease.add(lease);
        wakeIn(0);
    }

    private void wakeIn(long nanos) {
        if (!busy) {
            long mine = ++wakeUps;
            simulation.world.after(nanos, node.process, "leases", null, () -> {
                if (mine == wakeUps && !busy) {
                    turn();
                }
            });
        }
    }

    private void turn() {
        if (!toRelease.isEmpty()) {
            giveBack();
        } else if (urgent || next <= simulation.world.now()) {
            urgent = false;
            renewAll();
        } else {
            wakeIn(next - simulation.world.now());
        }
    }

    private void giveBack() {
        List<Lease> batch = List.copyOf(toRelease);
        toRelease.clear();
        busy = true;
        simulation.network.call(
                node.process,
                simulation.platform::anyReplica,
                machine.isCutToPlatform(),
                "release",
                batch,
                Settings.CALL,
                reply -> {
                    simulation.platform.assignment.release.release(caller(), held(batch));
                    simulation.platform.tellWaiting();
                    reply.accept(true);
                },
                unused -> {
                    busy = false;
                    wakeIn(0);
                });
    }

    private void renewAll() {
        List<LeaseRounds.Round> rounds = LeaseRounds.of(node.wiring().holders());
        if (rounds.isEmpty()) {
            rest(Settings.RENEWAL.toNanos());
            return;
        }
        LeaseRounds.Round round = rounds.getFirst();
        long sent = node.nanoTime();
        busy = true;
        simulation.network.<List<Renewal>>call(
                node.process,
                simulation.platform::anyReplica,
                machine.isCutToPlatform(),
                "renew",
                round.leases(),
                Settings.CALL,
                reply -> reply.accept(simulation.platform.assignment.renew.renew(caller(), held(round.leases()))),
                renewals -> {
                    busy = false;
                    answered(round, sent, renewals);
                });
    }

    private void answered(LeaseRounds.Round round, long sent, @Nullable List<Renewal> renewals) {
        if (renewals == null) {
            rest(AGAIN_AFTER_FAILURE);
            return;
        }
        boolean late = simulation.fault == PlantedFault.RENEWAL_COUNTS_FROM_THE_ANSWER;
        round.answered().with(late ? node.nanoTime() : sent, Settings.LEASE, verdicts(round.leases(), renewals));
        rest(Settings.RENEWAL.toNanos());
    }

    private void rest(long nanos) {
        next = simulation.world.now() + nanos;
        wakeIn(urgent || !toRelease.isEmpty() ? 0 : nanos);
    }

    private NodeCaller caller() {
        return new NodeCaller(machine.serverId, node.bootId);
    }

    private static List<Held> held(List<Lease> leases) {
        return leases.stream()
                .map(lease -> new Held(lease.instanceId(), lease.epoch()))
                .toList();
    }

    private static Map<Lease, Leases.Verdict> verdicts(List<Lease> asked, List<Renewal> renewals) {
        Map<UUID, Lease> byInstance = new HashMap<>();
        asked.forEach(lease -> byInstance.put(lease.instanceId(), lease));
        Map<Lease, Leases.Verdict> verdicts = new HashMap<>();
        for (Renewal each : renewals) {
            Lease lease = byInstance.get(each.instanceId());
            if (lease != null) {
                verdicts.put(lease, Leases.Verdict.valueOf(each.result().name()));
            }
        }
        return verdicts;
    }
}
