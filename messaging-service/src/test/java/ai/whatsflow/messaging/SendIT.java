package ai.whatsflow.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.messaging.Senders.Sender;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.PublishedEvent;
import ai.whatsflow.platform.test.Race;
import ai.whatsflow.platform.test.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MessagingIT
class SendIT {

    @Autowired
    Senders senders;

    @Autowired
    TestEvents events;

    @Autowired
    ApiClient api;

    @Test
    void acceptsAMessageAndHandsItToItsLane() {
        Sender sender = senders.entitledTo(10);
        ApiResponse accepted = senders.send(sender, "+94 77 123 4567").expect(202);
        String id = accepted.at("/messageId");
        assertThat(accepted.at("/status")).isEqualTo("QUEUED");

        ApiResponse read = api.get(accepted.header("Location"), sender.token()).expect(200);
        assertThat(read.at("/messageId")).isEqualTo(id);
        assertThat(read.at("/to")).isEqualTo("+94771234567");
        assertThat(read.at("/text")).isEqualTo("Your order is ready.");
        PublishedEvent queued = events.await(
                        "messaging.message",
                        event -> event.payload().at("/messageId").asString().equals(id),
                        1)
                .getFirst();
        assertThat(queued.key()).isEqualTo(sender.instanceId().toString());
        assertThat(Instant.parse(queued.payload().at("/expiresAt").asString()))
                .isEqualTo(Instant.parse(queued.payload().at("/queuedAt").asString())
                        .plus(Duration.ofHours(24)));
        assertThat(senders.used(sender)).isEqualTo(1);
    }

    @Test
    void refusesWhatCannotBeSent() {
        Sender sender = senders.entitledTo(10);
        ApiResponse invalid = senders.send(sender, "0771234567");
        invalid.expectProblem(422, "recipient-invalid");
        assertThat(invalid.at("/errors/0/pointer")).isEqualTo("/to");
        senders.send(sender, "+999123456789").expectProblem(422, "recipient-invalid");
        for (String text : List.of("", "x".repeat(4097), "a\u0000b")) {
            assertThat(sendText(sender, text).expectProblem(422, "invalid").at("/errors/0/pointer"))
                    .isEqualTo("/text");
        }
        sendText(sender, "x".repeat(4096)).expect(202);
        sendText(sender, "x".repeat(1 << 20)).expectProblem(413, "too-large");
        api.post("/api/v1/messages", sender.token(), "{\"to\":").expectProblem(400, "unreadable");
        api.post("/api/v1/messages", sender.token(), "{\"surprise\":1}").expectProblem(400, "unreadable");
        assertThat(senders.stored(sender)).isEqualTo(1);
        assertThat(senders.used(sender)).isEqualTo(1);
    }

    @Test
    void sendsOnlyThroughOwnInstances() {
        Sender sender = senders.entitledTo(10);
        Sender other = senders.entitledTo(10);
        Sender thief = new Sender(sender.party(), sender.token(), other.instanceId());
        senders.send(thief, "+94771234567").expectProblem(404, "instance-unknown");
        senders.sendAll(thief, List.of("+94771234567")).expectProblem(404, "instance-unknown");
        senders.send(new Sender(sender.party(), sender.token(), UUID.randomUUID()), "+94771234567")
                .expectProblem(404, "instance-unknown");
        assertThat(senders.used(sender) + senders.used(other)).isZero();
    }

    @Test
    void respectsConsent() {
        Sender sender = senders.entitledTo(10);
        senders.consent(sender, "+94770000001", 2, false, false);
        senders.consent(sender, "+94770000001", 1, true, false);
        senders.consent(sender, "+94770000002", 1, true, true);
        senders.send(sender, "+94770000001").expectProblem(422, "recipient-opted-out");
        ApiResponse batch = senders.sendAll(
                        sender, List.of("+94770000001", "+94770000002", "+94770000003", "+94 770 000 003"))
                .expect(202);
        assertThat(List.of(batch.at("/requested"), batch.at("/queued"), batch.at("/skipped")))
                .containsExactly("4", "1", "3");
        assertThat(senders.used(sender)).isEqualTo(1);
        senders.consent(sender, "+94770000001", 3, true, false);
        senders.send(sender, "+94770000001").expect(202);
        senders.send(senders.entitledTo(10), "+94770000002").expect(202);
    }

    @Test
    void acceptsTenThousandAtOnce() {
        Sender sender = senders.entitledTo(10_000);
        ApiResponse accepted =
                senders.sendAll(sender, ContactService.phones(0, 10_000)).expect(202);
        assertThat(accepted.at("/queued")).isEqualTo("10000");
        String batchId = accepted.at("/batchId");
        assertThat(senders.readBatch(sender, batchId).at("/counts/QUEUED")).isEqualTo("10000");
        List<PublishedEvent> queued = events.await(
                "messaging.message",
                event -> event.payload().at("/batchId").asString("").equals(batchId),
                10_000);
        assertThat(queued.stream()
                        .map(event -> event.payload().at("/to").asString())
                        .distinct())
                .hasSize(10_000);
        assertThat(queued.stream().map(event -> event.payload().at("/to").asString()))
                .startsWith("+94770000000", "+94770000001", "+94770000002");

        List<String> eleven = ContactService.phones(0, 10_001);
        senders.sendAll(sender, eleven).expectProblem(422, "invalid");
        ApiResponse bad = senders.sendAll(sender, List.of("+94770000001", "nobody"));
        bad.expectProblem(422, "recipient-invalid");
        assertThat(bad.at("/errors/0/pointer")).isEqualTo("/recipients/1");
        senders.batch(sender, Map.of()).expectProblem(422, "invalid");
        senders.sendAll(sender, List.of("+94770000001")).expectProblem(402, "quota-exhausted");
    }

    @Test
    void letsInstancesTakeTurns() {
        Sender sender = senders.entitledTo(100);
        List<UUID> instances =
                List.of(sender.instanceId(), senders.instanceOf(sender.party()), senders.instanceOf(sender.party()));
        String batchId = senders.batch(
                        sender, Map.of("instanceIds", instances, "recipients", ContactService.phones(0, 10)))
                .expect(202)
                .at("/batchId");
        var events = this.events.await(
                "messaging.message",
                event -> event.payload().at("/batchId").asString("").equals(batchId),
                10);
        assertThat(events.stream().collect(Collectors.groupingBy(PublishedEvent::key, Collectors.counting())))
                .isEqualTo(Map.of(
                        instances.get(0).toString(),
                        4L,
                        instances.get(1).toString(),
                        3L,
                        instances.get(2).toString(),
                        3L));
        for (PublishedEvent event : events) {
            String stored = api.get(
                            "/api/v1/messages/"
                                    + event.payload().at("/messageId").asString(),
                            sender.token())
                    .at("/instanceId");
            assertThat(stored).isEqualTo(event.key());
        }
    }

    @Test
    void answersTheSameKeyOnce() {
        Sender sender = senders.entitledTo(10);
        List<ApiResponse> answers =
                Race.of(8, number -> senders.send(sender, "+94771234567", "Idempotency-Key", "one"));
        Map<Integer, Long> byStatus =
                answers.stream().collect(Collectors.groupingBy(ApiResponse::status, Collectors.counting()));
        assertThat(byStatus.keySet()).isSubsetOf(202, 409);
        answers.stream()
                .filter(answer -> answer.status() == 409)
                .forEach(answer -> answer.expectProblem(409, "request-in-flight"));
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 202)
                        .map(answer -> answer.at("/messageId"))
                        .distinct())
                .hasSize(1);
        senders.send(sender, "+94771234568", "Idempotency-Key", "one").expectProblem(422, "idempotency-key-reused");
        assertThat(senders.stored(sender)).isEqualTo(1);
        assertThat(senders.used(sender)).isEqualTo(1);
    }

    private ApiResponse sendText(Sender sender, String text) {
        Map<String, Object> body = new HashMap<>(Map.of("instanceId", sender.instanceId(), "to", "+94771234567"));
        body.put("text", text);
        return api.post("/api/v1/messages", sender.token(), body);
    }
}
