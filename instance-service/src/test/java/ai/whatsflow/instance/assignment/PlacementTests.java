package ai.whatsflow.instance.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.instance.assignment.Placement.Seat;
import ai.whatsflow.platform.test.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlacementTests {

    private static final double UNBOUNDED = 1_000;

    @Test
    void movesOnlyTheSessionsOfANodeThatGoes() {
        Seeds.check(20, random -> {
            List<Seat> seats = seats(random, 2 + random.nextInt(8));
            List<UUID> sessions = ids(random, 500);
            Map<UUID, UUID> before = placeAll(seats, sessions, UNBOUNDED);
            Seat gone = seats.get(random.nextInt(seats.size()));
            Map<UUID, UUID> after =
                    placeAll(seats.stream().filter(seat -> seat != gone).toList(), sessions, UNBOUNDED);

            before.forEach((session, server) -> {
                if (!server.equals(gone.serverId())) {
                    assertThat(after).containsEntry(session, server);
                }
            });
        });
    }

    @Test
    void movesSessionsOnlyToANodeThatComes() {
        Seeds.check(20, random -> {
            List<Seat> seats = seats(random, 1 + random.nextInt(8));
            List<UUID> sessions = ids(random, 500);
            Map<UUID, UUID> before = placeAll(seats, sessions, UNBOUNDED);
            List<Seat> more = new ArrayList<>(seats);
            Seat fresh = new Seat(id(random), 10_000);
            more.add(fresh);

            placeAll(more, sessions, UNBOUNDED).forEach((session, server) -> {
                if (!server.equals(before.get(session))) {
                    assertThat(server).isEqualTo(fresh.serverId());
                }
            });
        });
    }

    @Test
    void sharesByWeight() {
        Random random = new Random(42);
        Seat small = new Seat(id(random), 10_000);
        Seat large = new Seat(id(random), 30_000);
        Map<UUID, Integer> loads = count(placeAll(List.of(small, large), ids(random, 20_000), UNBOUNDED));

        assertThat(loads.get(large.serverId()) / (double) loads.get(small.serverId()))
                .isBetween(2.8, 3.2);
    }

    @Test
    void fillsNoNodeBeyondItsBoundOrItsLimit() {
        Seeds.check(50, random -> {
            List<Seat> seats = seats(random, 1 + random.nextInt(10));
            int sessions = random.nextInt(1_000);
            Map<UUID, Integer> loads = count(placeAll(seats, ids(random, sessions), 1.25));
            double weight = seats.stream().mapToDouble(Seat::maxDevices).sum();

            for (Seat seat : seats) {
                int fair = (int) Math.ceil(1.25 * sessions * seat.maxDevices() / weight);
                assertThat(loads.getOrDefault(seat.serverId(), 0))
                        .isLessThanOrEqualTo(Math.max(1, fair))
                        .isLessThanOrEqualTo(seat.maxDevices());
            }
            assertThat(loads.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(sessions);
        });
    }

    @Test
    void usesTheVeryLastSeatAndThenNone() {
        Seat only = new Seat(UUID.randomUUID(), 3);
        Placement placement = new Placement(List.of(only), Map.of(only.serverId(), 1), 1.0);

        assertThat(placement.place(UUID.randomUUID(), null)).contains(only.serverId());
        assertThat(placement.place(UUID.randomUUID(), only.serverId())).contains(only.serverId());
        assertThat(placement.place(UUID.randomUUID(), null)).isEmpty();
    }

    @Test
    void avoidsANodeWhileAnotherHasRoom() {
        Seeds.check(20, random -> {
            List<Seat> seats = seats(random, 2);
            UUID avoided = seats.getFirst().serverId();

            assertThat(new Placement(seats, Map.of(), UNBOUNDED).place(id(random), avoided))
                    .contains(seats.getLast().serverId());
        });
    }

    @Test
    void choosesTheSameInEveryReplica() {
        Seeds.check(5, random -> {
            List<Seat> seats = seats(random, 5);
            List<UUID> sessions = ids(random, 100);

            assertThat(placeAll(seats, sessions, 1.25)).isEqualTo(placeAll(seats, sessions, 1.25));
        });
    }

    private static Map<UUID, UUID> placeAll(List<Seat> seats, List<UUID> sessions, double loadFactor) {
        Placement placement = new Placement(seats, Map.of(), loadFactor);
        Map<UUID, UUID> placed = new HashMap<>();
        sessions.forEach(
                session -> placed.put(session, placement.place(session, null).orElseThrow()));
        return placed;
    }

    private static Map<UUID, Integer> count(Map<UUID, UUID> placed) {
        Map<UUID, Integer> loads = new HashMap<>();
        placed.values().forEach(server -> loads.merge(server, 1, Integer::sum));
        return loads;
    }

    private static List<Seat> seats(Random random, int count) {
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            seats.add(new Seat(id(random), 1_000 + random.nextInt(2_000)));
        }
        return seats;
    }

    private static List<UUID> ids(Random random, int count) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(id(random));
        }
        return ids;
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
