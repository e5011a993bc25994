package ai.whatsflow.messaging;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.messaging.Senders.Sender;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.PublishedEvent;
import ai.whatsflow.platform.test.TestEvents;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MessagingIT
class GroupSendIT {

    @Autowired
    Senders senders;

    @Autowired
    TestEvents events;

    @Autowired
    CircuitBreakerRegistry circuits;

    @BeforeEach
    void closeCircuits() {
        circuits.getAllCircuitBreakers().forEach(circuit -> circuit.reset());
    }

    @Test
    void sendsToEveryMemberOnce() {
        Sender sender = senders.entitledTo(5_000);
        UUID group = ContactService.group(sender.accountId(), 2_500, 1_000, Duration.ZERO);
        UUID second = senders.instanceOf(sender.party());
        ApiResponse accepted = senders.batch(
                        sender, Map.of("groupId", group, "instanceIds", List.of(sender.instanceId(), second)))
                .expect(202);
        assertThat(accepted.at("/status")).isEqualTo("EXPANDING");
        assertThat(accepted.at("/requested")).isEqualTo("2500");
        String batchId = accepted.at("/batchId");
        senders.awaitBatch(sender, batchId, "QUEUED");

        List<PublishedEvent> queued = queued(batchId, 2_500);
        assertThat(queued).hasSize(2_500);
        assertThat(queued.stream()
                        .map(event -> event.payload().at("/to").asString())
                        .distinct())
                .hasSize(2_500);
        assertThat(queued.stream().filter(event -> event.key().equals(second.toString())))
                .hasSize(1_250);
        assertThat(senders.readBatch(sender, batchId).at("/counts/QUEUED")).isEqualTo("2500");
        assertThat(senders.used(sender)).isEqualTo(2_500);
        assertThat(senders.count("SELECT count(*) FROM expansions")).isZero();
    }

    @Test
    void skipsWhoOptedOutAndGivesTheirQuotaBack() {
        Sender sender = senders.entitledTo(100);
        senders.consent(sender, "+94770000007", 1, false, false);
        senders.consent(sender, "+94770000042", 1, true, true);
        UUID group = ContactService.group(sender.accountId(), 50, 1_000, Duration.ZERO);
        String batchId = senders.sendToGroup(sender, group).expect(202).at("/batchId");
        senders.awaitBatch(sender, batchId, "QUEUED");
        ApiResponse batch = senders.readBatch(sender, batchId);
        assertThat(batch.at("/queued")).isEqualTo("48");
        assertThat(batch.at("/skipped")).isEqualTo("2");
        assertThat(senders.used(sender)).isEqualTo(48);
    }

    @Test
    void goesOnWhereContactServiceFailedOrDawdled() {
        Sender sender = senders.entitledTo(3_000);
        UUID group = ContactService.group(sender.accountId(), 3_000, 1_000, Duration.ZERO);
        ContactService.failing(sender.accountId(), group, 0, 2, ContactService.unavailable());
        ContactService.failing(
                sender.accountId(), group, 1_000, 1, aResponse().withStatus(200).withFixedDelay(5_000));
        ContactService.failing(
                sender.accountId(), group, 2_000, 1, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        String batchId = senders.sendToGroup(sender, group).expect(202).at("/batchId");
        senders.awaitBatch(sender, batchId, "QUEUED");
        assertThat(queued(batchId, 3_000).stream()
                        .map(event -> event.payload().at("/to").asString())
                        .distinct())
                .hasSize(3_000);
        assertThat(senders.stored(sender)).isEqualTo(3_000);
        assertThat(senders.used(sender)).isEqualTo(3_000);
    }

    @Test
    void failsWithTheRestOfTheQuotaWhenTheGroupIsDeletedMeanwhile() {
        Sender sender = senders.entitledTo(3_000);
        UUID group = ContactService.group(sender.accountId(), 2_500, 1_000, Duration.ZERO);
        ContactService.broken(sender.accountId(), group, 1_000, aResponse().withStatus(404));
        String batchId = senders.sendToGroup(sender, group).expect(202).at("/batchId");
        senders.awaitBatch(sender, batchId, "FAILED");
        ApiResponse batch = senders.readBatch(sender, batchId);
        assertThat(batch.at("/failure")).isEqualTo("The group was deleted.");
        assertThat(batch.at("/queued")).isEqualTo("1000");
        assertThat(senders.used(sender)).isEqualTo(1_000);
    }

    @Test
    void neverSendsMoreThanWasReserved() {
        Sender sender = senders.entitledTo(10);
        UUID group = ContactService.group(sender.accountId(), 10, 1_000, Duration.ZERO);
        ContactService.group(sender.accountId(), 10, 1_000, Duration.ZERO);
        senders.send(sender, "+94771234567").expect(202);
        senders.sendToGroup(sender, group).expectProblem(402, "quota-exhausted");
        assertThat(senders.used(sender)).isEqualTo(1);
        assertThat(senders.stored(sender)).isEqualTo(1);
    }

    @Test
    void leavesNothingHalfDoneWithoutContactService() {
        Sender sender = senders.entitledTo(10);
        for (ResponseDefinitionBuilder away : List.of(
                ContactService.unavailable(),
                aResponse().withFixedDelay(5_000),
                aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE))) {
            ApiResponse refused = senders.sendToGroup(sender, ContactService.brokenGroup(sender.accountId(), away));
            refused.expectProblem(503, "dependency-unavailable");
            assertThat(refused.header("Retry-After")).isEqualTo("5");
        }
        assertThat(senders.used(sender)).isZero();
        assertThat(senders.count("SELECT count(*) FROM message_batches WHERE account_id = ?", sender.accountId()))
                .isZero();
        senders.send(sender, "+94771234567").expect(202);
    }

    @Test
    void hidesTheGroupsOfOthers() {
        Sender sender = senders.entitledTo(10);
        senders.sendToGroup(sender, UUID.randomUUID()).expectProblem(404, "group-unknown");
        UUID foreign = ContactService.group(senders.entitledTo(10).accountId(), 5, 1_000, Duration.ZERO);
        senders.sendToGroup(sender, foreign).expectProblem(404, "group-unknown");
        assertThat(senders.used(sender)).isZero();
    }

    @Test
    void answersARepeatedKeyEvenWithoutContactService() {
        Sender sender = senders.entitledTo(100);
        UUID group = ContactService.group(sender.accountId(), 3, 1_000, Duration.ZERO);
        Map<String, Object> body = Map.of("groupId", group);
        String first =
                senders.batch(sender, body, "Idempotency-Key", "g").expect(202).at("/batchId");
        senders.awaitBatch(sender, first, "QUEUED");
        ContactService.brokenGroup(sender.accountId(), ContactService.unavailable());
        ContactService.server()
                .stubFor(com.github.tomakehurst.wiremock.client.WireMock.any(
                                com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching(".*" + group + ".*"))
                        .atPriority(1)
                        .willReturn(ContactService.unavailable()));
        assertThat(senders.batch(sender, body, "Idempotency-Key", "g")
                        .expect(202)
                        .at("/batchId"))
                .isEqualTo(first);
        assertThat(senders.used(sender)).isEqualTo(3);
    }

    private List<PublishedEvent> queued(String batchId, int atLeast) {
        return events.await(
                "messaging.message",
                event -> event.payload().at("/batchId").asString("").equals(batchId),
                atLeast);
    }
}
