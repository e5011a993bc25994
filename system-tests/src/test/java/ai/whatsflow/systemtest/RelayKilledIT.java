package ai.whatsflow.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.demo.Answer;
import ai.whatsflow.demo.ToldStory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A service with its relay, and then the broker, are killed with accepted messages in between. */
@Order(8)
class RelayKilledIT {

    private static final int ROUNDS = 3;
    private static final int MESSAGES = 20;

    @Test
    void everyAcceptedMessageArrivesOnceWhenTheRelayIsKilled() throws Exception {
        everyAcceptedMessageArrivesOnceWhen("messaging-service", ROUNDS);
    }

    @Test
    void everyAcceptedMessageArrivesOnceWhenTheBrokerIsKilled() throws Exception {
        everyAcceptedMessageArrivesOnceWhen("kafka", 1);
    }

    private static void everyAcceptedMessageArrivesOnceWhen(String killed, int rounds) throws Exception {
        RunningPlatform platform = RunningPlatform.get();
        ToldStory story = platform.story();
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("RelayKilledIT: -Dseed=" + seed);
        Random random = new Random(seed);
        String phone = story.devicePhone(1);
        long before = story.simulatorCount(phone, "deliveredToRecipients");
        List<String> accepted = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < MESSAGES; i++) {
                Answer answer = story.post(
                        "customer",
                        "/api/v1/messages",
                        Map.of(
                                "instanceId", story.id("first device"),
                                "to", story.phone(i),
                                "text", "Round " + round + ", message " + i));
                accepted.add(answer.expect(202).at("/messageId"));
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
            platform.kill(killed);
            platform.start(killed);
        }
        RunningPlatform.await(
                "all are read, seed " + seed,
                Duration.ofSeconds(90),
                () -> accepted.stream().allMatch(id -> {
                    Answer message = story.get("customer", "/api/v1/messages/" + id);
                    return message.status() == 200 && message.at("/status").equals("READ");
                }));
        assertThat(story.simulatorCount(phone, "deliveredToRecipients") - before)
                .as("delivered, by the simulator's count, seed " + seed)
                .isEqualTo(accepted.size());
    }
}
