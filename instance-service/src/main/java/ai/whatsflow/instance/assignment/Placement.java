package ai.whatsflow.instance.assignment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Weighted rendezvous hashing with bounded loads: each session goes to the node that scores highest for it, unless
 * that node already carries more than its fair share times the load factor; then to the next. A node that comes or
 * goes moves only the sessions that it gains or loses. Not thread-safe: it counts what it hands out.
 *
 * @see <a href="https://www.snia.org/sites/default/files/SDC15_presentations/dist_sys/Jason_Resch_New_Consistent_Hashings_Rev.pdf">Resch: weighted rendezvous hashing</a>
 * @see <a href="https://arxiv.org/abs/1608.01350">Mirrokni, Thorup, Zadimoghaddam: consistent hashing with bounded loads</a>
 */
final class Placement {

    /** A node that can take sessions. */
    record Seat(UUID serverId, int maxDevices) {}

    private final List<Seat> seats;
    private final double loadFactor;
    private final double totalWeight;
    private final Map<UUID, Integer> loads;
    private int total;

    /**
     * @param loads sessions that each node holds already
     * @param loadFactor how far above its fair share a node may be filled; 1 or more
     */
    Placement(List<Seat> seats, Map<UUID, Integer> loads, double loadFactor) {
        this.seats = List.copyOf(seats);
        this.loads = new HashMap<>(loads);
        this.loadFactor = loadFactor;
        this.totalWeight = seats.stream().mapToDouble(Seat::maxDevices).sum();
        this.total = seats.stream()
                .mapToInt(seat -> loads.getOrDefault(seat.serverId(), 0))
                .sum();
    }

    /**
     * Chooses a node and counts the session there.
     *
     * @param avoid a node to use only when no other has room
     * @return empty when every node is full
     */
    Optional<UUID> place(UUID instanceId, @Nullable UUID avoid) {
        Optional<UUID> chosen = best(instanceId, avoid);
        chosen.ifPresent(server -> {
            loads.merge(server, 1, Integer::sum);
            total++;
        });
        return chosen;
    }

    private Optional<UUID> best(UUID instanceId, @Nullable UUID avoid) {
        @Nullable UUID best = null;
        double highest = Double.NEGATIVE_INFINITY;
        for (Seat seat : seats) {
            if (hasRoom(seat)) {
                // An avoided node stays below every other: its scores are negative.
                double own = score(instanceId, seat);
                double score = seat.serverId().equals(avoid) ? -1 / own : own;
                if (score > highest) {
                    highest = score;
                    best = seat.serverId();
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean hasRoom(Seat seat) {
        int load = loads.getOrDefault(seat.serverId(), 0);
        return load < seat.maxDevices() && load < bound(seat);
    }

    /** The fair share of this node once one more session is placed, times the load factor, rounded up. */
    int bound(Seat seat) {
        return (int) Math.ceil(loadFactor * (total + 1) * seat.maxDevices() / totalWeight);
    }

    private static double score(UUID instanceId, Seat seat) {
        return seat.maxDevices() / -Math.log(unit(hash(instanceId, seat.serverId())));
    }

    /** Uniform in (0, 1), both ends excluded. */
    private static double unit(long hash) {
        return ((hash >>> 11) + 0.5) * 0x1.0p-53;
    }

    private static long hash(UUID instanceId, UUID serverId) {
        long hash = mix(instanceId.getMostSignificantBits());
        hash = mix(hash ^ instanceId.getLeastSignificantBits());
        hash = mix(hash ^ serverId.getMostSignificantBits());
        return mix(hash ^ serverId.getLeastSignificantBits());
    }

    /** SplitMix64's finaliser. */
    private static long mix(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
