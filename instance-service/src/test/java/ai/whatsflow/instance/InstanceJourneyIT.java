package ai.whatsflow.instance;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.instance.support.FakeNode;
import ai.whatsflow.instance.support.Neighbours;
import ai.whatsflow.instance.support.Topics;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.PlatformIT;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** The service as it runs: nobody takes a step for it. */
@PlatformIT
@DirtiesContext
@Import(Topics.class)
class InstanceJourneyIT {

    @Autowired
    ApiClient api;

    @Autowired
    TestTokens tokens;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestEvents events;

    @Autowired
    JdbcClient jdbc;

    @Test
    void carriesALaneOverTheDeathOfItsNodeWhileAnotherNodeHangs() {
        Neighbours neighbours = new Neighbours(events, jdbc);
        Party customer = accounts.customer();
        String token = tokens.user(customer);
        Await.until(
                "the customer is known",
                () -> api.get("/api/v1/instances", token).status() == 200);
        neighbours.subscribe(customer, 5);
        try (FakeNode hanging = new FakeNode(api);
                FakeNode first = new FakeNode(api);
                FakeNode second = new FakeNode(api)) {
            hanging.delayMillis = 60_000;
            neighbours.publish(hanging, "ONLINE", true);
            neighbours.publish(hanging, "SUSPECT", true);
            neighbours.publish(first, "ONLINE", true);
            UUID instance = UUID.fromString(
                    api.post("/api/v1/instances", token, Map.of("name", "Front desk", "engine", "simulated"))
                            .expect(201)
                            .at("/instanceId"));
            Await.until("it is started", () -> !first.commands("START").isEmpty());
            first.renew(instance, 1).expect(200);
            first.online(instance, 1);

            first.answer = command -> first.sent.size() < 150 ? "ACCEPTED" : "BUSY";
            long begun = System.nanoTime();
            List<UUID> messages = neighbours.queue(customer, instance, 300);
            Await.until("a part is out", () -> first.sent.size() >= 100);
            double perSecond = first.sent.size() / ((System.nanoTime() - begun) / 1e9);
            assertThat(perSecond).isLessThan(130);
            List<UUID> reported = List.copyOf(first.sent).subList(0, 60);
            List<Map<String, Object>> log = new ArrayList<>();
            reported.forEach(message -> log.add(sent(first, instance, 1, message)));
            first.report(log).expect(200);

            neighbours.publish(second, "ONLINE", true);
            first.exit();
            neighbours.publish(first, "OFFLINE", false);
            Await.until("it is started again", () -> !second.commands("START").isEmpty());
            second.renew(instance, 2).expect(200);
            second.online(instance, 2);
            Await.until("the rest is out", () -> new HashSet<>(second.sent).containsAll(messages.subList(60, 300)));

            assertThat(first.sent).isEqualTo(messages.subList(0, first.sent.size()));
            assertThat(second.sent).isEqualTo(messages.subList(60, 300));
            second.report(second.sent.stream()
                            .map(message -> sent(second, instance, 2, message))
                            .toList())
                    .expect(200);
            first.report(log).expect(200);
            assertThat(events.await(
                            "instance.dispatch",
                            event -> event.key().equals(instance.toString())
                                    && event.type().equals("instance.dispatch.sent.v1"),
                            300))
                    .hasSize(300);
        }
    }

    private static Map<String, Object> sent(FakeNode node, UUID instance, long epoch, UUID message) {
        String whatsappId = "3EB0" + message.toString().replace("-", "").toUpperCase();
        return node.event(instance, epoch, "sent", Map.of("messageId", message, "whatsappId", whatsappId));
    }
}
