package ai.whatsflow.instance.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import ai.whatsflow.instance.node.CommandResult;
import ai.whatsflow.instance.node.CommandsAnswer;
import ai.whatsflow.instance.node.Node;
import ai.whatsflow.instance.node.NodeEngine;
import ai.whatsflow.instance.node.NodeStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class DispatchLanesTests {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final UUID LANE = new UUID(1, 1);
    private static final UUID MESSAGE = new UUID(1, 2);
    private static final UUID COMMAND = new UUID(1, 3);

    private final Settled lanes = new Settled();

    @Test
    void settlesWithoutAnAnswerWhereASecondSendIsTheSameMessage() {
        settle(true, new CommandsAnswer.Unknown("time-out"));

        assertThat(lanes.settled)
                .extracting(Lanes.Progress::instanceId, Lanes.Progress::submittedThrough)
                .containsExactly(tuple(LANE, 10L));
    }

    /** The request may still arrive, and what is given before its deadline would be overtaken. */
    @Test
    void keepsTheClaimWithoutAnAnswerWhereASecondSendWouldBeASecondMessage() {
        settle(false, new CommandsAnswer.Unknown("time-out"));

        assertThat(lanes.settled).isEmpty();
    }

    @Test
    void settlesAnAnswerOfAnyEngine() {
        settle(false, new CommandsAnswer.Answered(Map.of(COMMAND, CommandResult.ACCEPTED)));

        assertThat(lanes.settled).extracting(Lanes.Progress::submittedThrough).containsExactly(11L);
    }

    private void settle(boolean maySendAgain, CommandsAnswer answer) {
        Lane lane = new Lane(LANE, "some", 11, 5, 10, 10, 10, 1, 1, NOON, NOON, NOON, NOON);
        Dispatch dispatch = new Dispatch(MESSAGE, LANE, new UUID(1, 4), 11, "+94771234567", "Hello", NOON);
        LaneBatch batch = new LaneBatch(lane, new LaneLook(5, 10, 0, NOON), List.of(dispatch), List.of(), 11, false);
        Node node = new Node(
                new UUID(2, 1),
                1,
                "node",
                NodeStatus.ONLINE,
                new UUID(2, 2),
                Set.of(),
                "http://node",
                List.of(new NodeEngine("some", maySendAgain)),
                10,
                null,
                null);
        dispatchLanes()
                .settle(
                        node,
                        new DispatchLanes.Request(new UUID(3, 1), List.of(batch), List.of(), Map.of(MESSAGE, COMMAND)),
                        answer);
    }

    private DispatchLanes dispatchLanes() {
        DispatchProperties properties = new DispatchProperties(
                Map.of(), Duration.ZERO, 1, 1, 1, Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofDays(30));
        return new DispatchLanes(
                new LanePlanner(lanes, null, null, null, properties, new SplittableRandom(1)),
                lanes,
                (node, commands) -> new CommandsAnswer.Unknown("nobody is told here"),
                TransactionOperations.withoutTransaction(),
                new SimpleMeterRegistry());
    }

    private static final class Settled implements Lanes {

        private final List<Progress> settled = new ArrayList<>();

        @Override
        public void extend(Map<UUID, Span> spans) {}

        @Override
        public List<Lane> lockDue(UUID serverId, UUID bootId, int limit) {
            return List.of();
        }

        @Override
        public void mark(UUID claimId, Duration claim, List<Marks> marks) {}

        @Override
        public void settle(UUID claimId, List<Progress> progress) {
            settled.addAll(progress);
        }

        @Override
        public void closeDeleted() {}
    }
}
