package ai.whatsflow.instance.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.instance.node.CommandResult;
import ai.whatsflow.instance.node.CommandsAnswer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneSettlementTests {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // answers to the messages 11, 12, 13 (looked through 14) -> submitted through
        "ACCEPTED ACCEPTED ACCEPTED,    14",
        "DONE     ACCEPTED DONE,        14",
        "ACCEPTED BUSY     ACCEPTED,    11",
        "BUSY     ACCEPTED ACCEPTED,    10",
        "NOT_READY NOT_READY NOT_READY, 10",
        "STALE_EPOCH STALE_EPOCH STALE_EPOCH, 10",
        "ACCEPTED MISSING  ACCEPTED,    11",
        "NOTHING,                       10"
    })
    void advancesThroughWhatWasTakenInOrder(String answers, long expected) {
        UUID instance = UUID.randomUUID();
        List<Dispatch> sends = LongStream.rangeClosed(11, 13)
                .mapToObj(position -> new Dispatch(
                        UUID.randomUUID(), instance, UUID.randomUUID(), position, "+94771234567", "hi", NOON))
                .toList();
        Lane lane = new Lane(instance, "simulated", 20, 5, 10, 10, 10, 1, 1, NOON, NOON, NOON, NOON);
        LaneBatch batch = new LaneBatch(lane, new LaneLook(5, 10, 0, NOON), sends, List.of(), 14, false);
        Map<UUID, UUID> commandIds = new HashMap<>();
        Map<UUID, CommandResult> results = new HashMap<>();
        String[] words = answers.split(" +");
        for (int i = 0; i < sends.size() && words.length == sends.size(); i++) {
            UUID command = UUID.randomUUID();
            commandIds.put(sends.get(i).messageId(), command);
            if (!words[i].equals("MISSING")) {
                results.put(command, CommandResult.valueOf(words[i]));
            }
        }
        CommandsAnswer answer = answers.equals("NOTHING")
                ? new CommandsAnswer.Unknown("time-out")
                : new CommandsAnswer.Answered(results);

        assertThat(LaneSettlement.of(batch, answer, commandIds).submittedThrough())
                .isEqualTo(expected);
    }
}
