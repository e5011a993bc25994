package ai.whatsflow.simulation;

import ai.whatsflow.instance.dispatch.DispatchOutcome;
import ai.whatsflow.instance.dispatch.DispatchStatus;
import ai.whatsflow.instance.dispatch.DispatchWiring.SendRequest;
import ai.whatsflow.instance.dispatch.WhatsAppId;
import ai.whatsflow.instance.instance.SessionState;
import ai.whatsflow.instance.node.NodeCommand;
import ai.whatsflow.simulation.Tables.AssignmentRow;
import ai.whatsflow.simulation.Tables.DispatchRow;
import ai.whatsflow.simulation.Tables.VaultRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What must hold at every step, judged by the truth of the simulation and by nothing that the code under test says. */
final class Checks {

    private record Owned(
            long epoch, @Nullable UUID bootId, @Nullable Instant expiresAt) {}

    private record Saved(long version, long epoch, long reservedThrough) {}

    private record Claim(UUID id, long until) {}

    private static final int REMEMBERED_SENDS = 32;
    private static final Duration CLOCKS_APART = Duration.ofMillis(100);

    private final Simulation simulation;
    private final Map<UUID, Owned> owned = new HashMap<>();
    private final Map<Tables.Epoch, UUID> holders = new HashMap<>();
    private final Map<UUID, Saved> saved = new HashMap<>();
    /** By position in the queue. */
    private @Nullable DispatchStatus[] statuses = new @Nullable DispatchStatus[64];

    private final Map<UUID, DispatchStatus> told = new HashMap<>();
    private final Set<UUID> expired = new HashSet<>();
    private final Map<UUID, Claim> claims = new HashMap<>();
    private final Map<UUID, Deque<Long>> sends = new HashMap<>();
    private final Map<UUID, Long> lastPositions = new HashMap<>();
    private final Set<UUID> given = new HashSet<>();
    private long lastBeat = -1;
    private long awayUntil;

    Checks(Simulation simulation) {
        this.simulation = simulation;
    }

    private static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(otherwise);
        }
    }

    // --- at WhatsApp ---

    void connects(Socket socket, @Nullable Socket former, long highestEpoch) {
        if (!socket.isAlive()) {
            // Its hello was so long on its way that it is closed already: WhatsApp hears of that next.
            return;
        }
        that(socket.epoch() >= highestEpoch, socket + " connects, but epoch " + highestEpoch + " has been there");
        that(
                former == null || former == socket || !former.isAlive(),
                socket + " connects while " + former + " lives: two owners");
    }

    void sends(Socket socket, WhatsApp.Device device, String whatsappId, long key, long lastKey, long highestEpoch) {
        that(socket.epoch() >= highestEpoch, "WhatsApp takes a send of the stale " + socket);
        that(key > lastKey, socket + " uses key " + key + ", but key " + lastKey + " was used before");
        UUID messageId = WhatsAppId.messageId(whatsappId).orElseThrow();
        DispatchRow message = simulation.platform.tables.dispatches.get(messageId);
        boolean again = device.has(whatsappId) || device.hasRefused(whatsappId);
        if (simulation.platform.isCautious(socket.instanceId())) {
            that(!again, "WhatsApp gets message " + message.position + " twice");
            long last = lastPositions.merge(socket.instanceId(), message.position, Math::max);
            that(last == message.position, "message " + message.position + " goes out after message " + last);
            return;
        }
        if (again) {
            return;
        }
        for (DispatchRow earlier : simulation
                .platform
                .tables
                .byLane
                .get(socket.instanceId())
                .headMap(message.position, false)
                .values()) {
            String earlierId = WhatsAppId.of(earlier.messageId);
            boolean timeIsOver = earlier.expiresAt.isBefore(tables().now().plus(CLOCKS_APART));
            that(
                    timeIsOver
                            || earlier.status != DispatchStatus.PENDING
                            || device.has(earlierId)
                            || device.hasRefused(earlierId),
                    "message " + message.position + " overtakes message " + earlier.position);
        }
    }

    // --- at a node ---

    void accepts(NodeCommand.Send send) {
        AssignmentRow row = simulation.platform.tables.assignments.get(send.instanceId());
        that(row.epoch == send.epoch(), "a send of epoch " + send.epoch() + " is accepted in epoch " + row.epoch);
    }

    void leaves(Machine machine, UUID instanceId, String whatsappId) {
        that(
                !machine.outcomesOnDisk.contains(whatsappId),
                machine + " sends a message of " + Names.of(instanceId) + " whose outcome is on its disk");
    }

    /** A node has looked at its clock: what it left open is its own by the platform's clock too. */
    void watched(NodeProcess node) {
        for (Socket socket : node.sockets()) {
            if (socket.isAlive()) {
                AssignmentRow row = tables().assignments.get(socket.instanceId());
                boolean lasts =
                        row.epoch == socket.epoch() && row.expiresAt != null && row.expiresAt.isAfter(tables().now());
                that(lasts, socket + " is open, but its lease is over");
            }
        }
    }

    // --- in the platform ---

    /** Placement is at work. */
    void beats() {
        long now = simulation.world.now();
        if (lastBeat >= 0 && now - lastBeat > Settings.LEASE.toNanos() / 3) {
            awayUntil = now;
        }
        lastBeat = now;
    }

    void platform() {
        Tables tables = simulation.platform.tables;
        tables.assignments.values().forEach(this::ownership);
        tables.vaults.forEach(this::vault);
        tables.dispatches.values().forEach(this::status);
    }

    private void ownership(AssignmentRow row) {
        Owned before = owned.get(row.instanceId);
        if (before != null && before.epoch == row.epoch && before.bootId == row.bootId) {
            if (before.expiresAt != row.expiresAt) {
                owned.put(row.instanceId, new Owned(row.epoch, row.bootId, row.expiresAt));
            }
            return;
        }
        owned.put(row.instanceId, new Owned(row.epoch, row.bootId, row.expiresAt));
        if (row.bootId != null) {
            UUID holder = holders.putIfAbsent(new Tables.Epoch(row.instanceId, row.epoch), row.bootId);
            that(holder == null, "epoch " + row.epoch + " is given out twice");
        }
        if (before == null) {
            return;
        }
        that(row.epoch >= before.epoch, "the epoch falls from " + before.epoch + " to " + row.epoch);
        if (row.epoch > before.epoch && before.bootId != null && !simulation.hasDied(before.bootId)) {
            Instant now = tables().now();
            that(
                    before.expiresAt != null && !before.expiresAt.isAfter(now),
                    "a session is taken over while its owner lives and its lease lasts");
            that(
                    simulation.world.now() - awayUntil >= Settings.LEASE.toNanos() || awayUntil == 0,
                    "a session is taken over within a lease of our own outage");
        }
    }

    private Tables tables() {
        return simulation.platform.tables;
    }

    private void vault(UUID instanceId, VaultRow row) {
        Saved before = saved.get(instanceId);
        if (before != null && before.version == row.version) {
            return;
        }
        Saved after = new Saved(row.version, row.epoch, DeviceLine.reservedThrough(row.state));
        saved.put(instanceId, after);
        that(
                before == null
                        || (after.version > before.version
                                && after.epoch >= before.epoch
                                && after.reservedThrough >= before.reservedThrough),
                "the vault goes back from " + before + " to " + after);
    }

    void saves(UUID instanceId, long epoch, UUID bootId) {
        AssignmentRow row = tables().assignments.get(instanceId);
        that(row.epoch == epoch && bootId.equals(row.bootId), "the vault takes a state of the stale epoch " + epoch);
    }

    private void status(DispatchRow row) {
        // Looked at after every step: most have not moved, and a slot is found faster than a key.
        int slot = (int) row.position;
        if (slot >= statuses.length) {
            statuses = Arrays.copyOf(statuses, 2 * slot);
        }
        DispatchStatus before = statuses[slot];
        if (before == row.status) {
            return;
        }
        statuses[slot] = row.status;
        that(
                before == null || rank(before) < rank(row.status),
                "the status of message " + row.position + " falls from " + before + " to " + row.status);
        if (row.status == DispatchStatus.EXPIRED) {
            expired.add(row.messageId);
        }
        that(
                rank(row.status) < rank(DispatchStatus.SENT) || has(row),
                "message " + row.position + " is " + row.status + " and WhatsApp does not have it");
    }

    private boolean has(DispatchRow row) {
        return simulation.whatsApp.device(row.instanceId).has(WhatsAppId.of(row.messageId));
    }

    void told(Iterable<DispatchOutcome> outcomes) {
        for (DispatchOutcome each : outcomes) {
            DispatchStatus before = told.put(each.messageId(), each.status());
            that(
                    before == null || rank(before) < rank(each.status()),
                    "others hear " + each.status() + " of a message after " + before);
        }
    }

    void claims(SendRequest request) {
        long now = simulation.world.now();
        Set<UUID> lanes = new HashSet<>();
        for (NodeCommand command : request.commands()) {
            UUID lane = command.instanceId();
            if (lanes.add(lane)) {
                Claim other = claims.put(
                        lane,
                        new Claim(
                                request.claimId(),
                                now + Settings.DISPATCH.claim().toNanos()));
                that(other == null || other.until <= now, "two requests of lane " + Names.of(lane) + " are under way");
            }
            if (command instanceof NodeCommand.Send send) {
                given.add(send.messageId());
            }
            pace(lane, now);
        }
    }

    void settled(SendRequest request) {
        claims.values().removeIf(claim -> claim.id.equals(request.claimId()));
    }

    /** Between any two sends of a lane lies the gap times their distance, but for the burst. */
    private void pace(UUID lane, long now) {
        Deque<Long> earlier = sends.computeIfAbsent(lane, unused -> new ArrayDeque<>());
        int distance = earlier.size();
        for (long at : earlier) {
            that(
                    distance * Settings.GAP.toNanos() <= now - at + Settings.BURST.toNanos(),
                    distance + 1 + " messages leave lane " + Names.of(lane) + " within " + (now - at) / 1_000_000
                            + " ms");
            distance--;
        }
        earlier.addLast(now);
        if (earlier.size() > REMEMBERED_SENDS) {
            earlier.removeFirst();
        }
    }

    // --- once all is quiet ---

    /** What is still missing, or null. */
    @Nullable
    String missing() {
        Tables tables = simulation.platform.tables;
        for (DispatchRow row : tables.dispatches.values()) {
            if (row.status == DispatchStatus.PENDING) {
                return "message " + row.position + " is pending";
            }
        }
        if (tables.dispatches.size() < simulation.accepted()) {
            return "a message is not in its lane";
        }
        for (var row : tables.instances.values()) {
            AssignmentRow owner = tables.assignments.get(row.instance.id());
            if (row.instance.state() != SessionState.ONLINE || row.instance.epoch() != owner.epoch) {
                return "session " + Names.of(row.instance.id()) + " is " + row.instance.state();
            }
            if (simulation.whatsApp.device(row.instance.id()).hasOpenReceipts()) {
                return "WhatsApp's receipts are not received";
            }
        }
        for (Machine machine : simulation.machines) {
            if (machine.log.size() > machine.acknowledged) {
                return "events wait on " + machine;
            }
        }
        return null;
    }

    void atTheEnd() {
        for (DispatchRow row : simulation.platform.tables.dispatches.values()) {
            WhatsApp.Device device = simulation.whatsApp.device(row.instanceId);
            String id = WhatsAppId.of(row.messageId);
            if (device.has(id)) {
                that(!expired.contains(row.messageId), "message " + row.position + " was EXPIRED and has been sent");
                DispatchStatus truth = device.highestReceipt(id) == WhatsApp.Receipt.READ
                        ? DispatchStatus.READ
                        : DispatchStatus.DELIVERED;
                that(
                        row.status == truth,
                        "message " + row.position + " is " + row.status + ", but at WhatsApp " + truth);
            } else {
                that(row.reason != null, "message " + row.position + " ends " + row.status + " without a reason");
                boolean mayEnd =
                        device.hasRefused(id) || simulation.isShortLived(row.messageId) || isRightlyInDoubt(row);
                that(mayEnd, "message " + row.position + " ends " + row.status + " for no fault of its own");
            }
            that(
                    told.get(row.messageId) == row.status,
                    "others heard " + told.get(row.messageId) + " of a message that is " + row.status);
        }
    }

    /** Nobody may find out by sending again, so it is told to be unknown once its time is over. */
    private boolean isRightlyInDoubt(DispatchRow row) {
        if (!simulation.platform.isCautious(row.instanceId)) {
            return false;
        }
        return given.contains(row.messageId)
                ? "outcome-unknown".equals(row.reason)
                : inDoubt(row.instanceId) >= Settings.DISPATCH.inFlight();
    }

    /** So many fill the window of their lane until their time is over. */
    private long inDoubt(UUID lane) {
        return tables().byLane.get(lane).values().stream()
                .filter(row -> "outcome-unknown".equals(row.reason))
                .count();
    }

    private static int rank(DispatchStatus status) {
        return switch (status) {
            case PENDING -> 0;
            case EXPIRED, FAILED -> 1;
            case SENT -> 2;
            case DELIVERED -> 3;
            case READ -> 4;
        };
    }
}
