package ai.whatsflow.instance.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.instance.node.Node;
import ai.whatsflow.instance.node.NodeStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VacancyTests {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final UUID SERVER = UUID.randomUUID();
    private static final UUID BOOT = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({
        // owned, lease left (s), away until (s), owner on the stream, vacancy
        "false,  0,   0, SAME,    UNOWNED",
        "false,  0,  99, NONE,    UNOWNED",
        "true,   5,   0, SAME,    ",
        "true,   5,   0, OFFLINE, ",
        "true,   5,   0, NONE,    ",
        "true,   5,   0, SILENT,  ",
        "true,   0,   0, SAME,    LEASE_EXPIRED",
        "true,  -5,   0, SAME,    LEASE_EXPIRED",
        "true,  -5,   0, NONE,    LEASE_EXPIRED",
        "true,  -5,  10, SAME,    ",
        "true,  -5,  10, OFFLINE, ",
        "true,   5,   0, EXITED,  OWNER_DEAD",
        "true,   5,  10, EXITED,  OWNER_DEAD",
        "true,   5,   0, NEWER,   OWNER_DEAD",
        "true,  -5,  10, NEWER,   OWNER_DEAD"
    })
    void isProvenOrNotThere(boolean owned, int leaseLeft, int awayUntil, String stream, @Nullable Vacancy expected) {
        Assignment assignment = new Assignment(
                UUID.randomUUID(),
                "simulated",
                owned ? AssignmentPhase.RUNNING : AssignmentPhase.VACANT,
                4,
                owned ? new Assignment.Lease(SERVER, BOOT, NOON.plusSeconds(leaseLeft)) : null);

        assertThat(Vacancy.of(assignment, owner(stream), NOON, NOON.plusSeconds(awayUntil))
                        .orElse(null))
                .isEqualTo(expected);
    }

    private static @Nullable Node owner(String stream) {
        return switch (stream) {
            case "SAME" -> node(NodeStatus.ONLINE, BOOT, Set.of());
            case "OFFLINE" -> node(NodeStatus.OFFLINE, BOOT, Set.of());
            case "SILENT" -> node(NodeStatus.OFFLINE, null, Set.of());
            case "EXITED" -> node(NodeStatus.OFFLINE, null, Set.of(BOOT));
            case "NEWER" -> node(NodeStatus.ONLINE, UUID.randomUUID(), Set.of());
            default -> null;
        };
    }

    private static Node node(NodeStatus status, @Nullable UUID boot, Set<UUID> exits) {
        return new Node(SERVER, 1, "node", status, boot, exits, "http://node", List.of(), 10, null, null);
    }
}
