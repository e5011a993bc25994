package ai.whatsflow.simulation;

import ai.whatsflow.instance.assignment.AssignmentPhase;
import ai.whatsflow.instance.dispatch.DispatchStatus;
import ai.whatsflow.instance.instance.Instance;
import ai.whatsflow.instance.node.Node;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The database of instance-service in memory. One thread; a transaction is whatever happens in one step. */
public final class Tables {

    /** As PostgreSQL orders them: by their bytes. */
    private static final Comparator<UUID> BY_BYTES = (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };

    public static final class AssignmentRow {
        public final UUID instanceId;
        public final String engine;
        public AssignmentPhase phase = AssignmentPhase.VACANT;
        public long epoch;
        public @Nullable UUID serverId;
        public @Nullable UUID bootId;
        public @Nullable Instant expiresAt;
        public Instant commandAfter;

        public AssignmentRow(UUID instanceId, String engine, Instant commandAfter) {
            this.instanceId = instanceId;
            this.engine = engine;
            this.commandAfter = commandAfter;
        }
    }

    public record Epoch(UUID instanceId, long epoch) {}

    public static final class InstanceRow {
        public Instance instance;
        public @Nullable Instant deletedAt;

        public InstanceRow(Instance instance) {
            this.instance = instance;
        }
    }

    public static final class VaultRow {
        public long version;
        public long epoch;
        public byte[] state;
        public boolean tombstoned;

        public VaultRow(long version, long epoch, byte[] state) {
            this.version = version;
            this.epoch = epoch;
            this.state = state;
        }
    }

    public static final class LaneRow {
        public final UUID instanceId;
        public boolean hasWork = true;
        public long lastPosition;
        public long settledThrough;
        public long submittedThrough;
        public long everSubmitted;
        public long claimedThrough;
        public long epoch;
        public Instant pacedUntil;
        public Instant checkAt;
        public Instant progressAt;
        public @Nullable UUID claimId;
        public @Nullable Instant claimedUntil;

        public LaneRow(UUID instanceId, Instant now) {
            this.instanceId = instanceId;
            this.pacedUntil = now;
            this.checkAt = now;
            this.progressAt = now;
        }
    }

    public static final class DispatchRow {
        public final UUID messageId;
        public final UUID instanceId;
        public final UUID accountId;
        public final long position;
        public final String recipient;
        public final String body;
        public final Instant expiresAt;
        public DispatchStatus status;
        public @Nullable String reason;

        public DispatchRow(
                UUID messageId,
                UUID instanceId,
                UUID accountId,
                long position,
                String recipient,
                String body,
                Instant expiresAt,
                DispatchStatus status) {
            this.messageId = messageId;
            this.instanceId = instanceId;
            this.accountId = accountId;
            this.position = position;
            this.recipient = recipient;
            this.body = body;
            this.expiresAt = expiresAt;
            this.status = status;
        }
    }

    public final InstantSource clock;
    public final Map<UUID, AssignmentRow> assignments = new TreeMap<>(BY_BYTES);
    /** Which server held which epoch. */
    public final Map<Epoch, UUID> epochs = new HashMap<>();

    public final Map<UUID, InstanceRow> instances = new TreeMap<>(BY_BYTES);
    public final Map<UUID, VaultRow> vaults = new TreeMap<>(BY_BYTES);
    public final Map<UUID, LaneRow> lanes = new TreeMap<>(BY_BYTES);
    public final Map<UUID, DispatchRow> dispatches = new LinkedHashMap<>();
    public final Map<UUID, TreeMap<Long, DispatchRow>> byLane = new HashMap<>();
    public final Map<UUID, Node> nodes = new TreeMap<>(BY_BYTES);
    public long lastPosition;
    public @Nullable Instant beatAt;
    public @Nullable Instant resumeAt;

    public Tables(InstantSource clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public boolean isDeleted(UUID instanceId) {
        InstanceRow row = instances.get(instanceId);
        return row == null || row.deletedAt != null;
    }
}
