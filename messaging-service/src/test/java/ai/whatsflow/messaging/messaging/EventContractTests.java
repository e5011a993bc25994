package ai.whatsflow.messaging.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.messaging.entitlement.Entitlement;
import ai.whatsflow.messaging.message.QueuedMessage;
import ai.whatsflow.messaging.status.StatusFact;
import ai.whatsflow.platform.test.EventContracts;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventContractTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void producesQueuedAsTheExampleSays() {
        EventContracts.assertEqualsExample(
                MessageQueuedV1.TYPE,
                OutboxMessageAnnouncer.wire(message(UUID.fromString("019aa5f0-2c00-7b10-8000-0000000000b1"))),
                MAPPER);
    }

    @Test
    void leavesTheBatchOutOfASingleMessage() {
        JsonNode single = MAPPER.valueToTree(OutboxMessageAnnouncer.wire(message(null)));
        EventContracts.assertMatches(MessageQueuedV1.TYPE, single);
        assertThat(single.has("batchId")).isFalse();
    }

    static Stream<String> subscriptionTypes() {
        return SubscriptionV1.TYPES.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("subscriptionTypes")
    void readsTheEntitlementOfASubscription(String type) {
        JsonNode example = EventContracts.example(type);
        Entitlement read =
                EventContracts.exampleAs(type, SubscriptionV1.class, MAPPER).toEntitlement();
        assertThat(read.accountId()).hasToString(example.at("/accountId").asString());
        assertThat(read.version()).isEqualTo(example.at("/version").asLong());
        assertThat(read.expired()).isEqualTo(example.at("/status").asString().equals("EXPIRED"));
        assertThat(read.periodStart())
                .isEqualTo(Instant.parse(example.at("/entitlement/periodStart").asString()));
        assertThat(read.periodEnd())
                .isEqualTo(Instant.parse(example.at("/entitlement/periodEnd").asString()));
        JsonNode messages = example.at("/entitlement/limits/messages");
        assertThat(read.messages()).isEqualTo(messages.isNumber() ? messages.asLong() : null);
    }

    static Stream<String> sessionTypes() {
        return SessionV1.TYPES.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("sessionTypes")
    void readsWhoseInstanceASessionIs(String type) {
        JsonNode example = EventContracts.example(type);
        SessionV1 read = EventContracts.exampleAs(type, SessionV1.class, MAPPER);
        assertThat(read.instanceId()).hasToString(example.at("/instanceId").asString());
        assertThat(read.accountId()).hasToString(example.at("/accountId").asString());
        assertThat(read.version()).isEqualTo(example.at("/version").asLong());
        assertThat(read.state()).isEqualTo(example.at("/state").asString());
    }

    static Stream<String> consentTypes() {
        return ConsentV1.TYPES.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("consentTypes")
    void readsWhoOptedOut(String type) {
        JsonNode example = EventContracts.example(type);
        ConsentV1 read = EventContracts.exampleAs(type, ConsentV1.class, MAPPER);
        assertThat(read.phone()).isEqualTo(example.at("/phone").asString());
        assertThat(read.optedOut())
                .isEqualTo(type.equals("contact.consent.blocked.v1") || type.equals("contact.consent.unsubscribed.v1"));
    }

    static Stream<String> dispatchTypes() {
        return DispatchV1.TYPES.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("dispatchTypes")
    void readsWhatBecameOfAMessage(String type) {
        JsonNode example = EventContracts.example(type);
        StatusFact read =
                EventContracts.exampleAs(type, DispatchV1.class, MAPPER).toFact();
        assertThat(read.messageId()).hasToString(example.at("/messageId").asString());
        assertThat(read.status().name()).isEqualToIgnoringCase(type.split("\\.")[2]);
        assertThat(read.at()).isEqualTo(Instant.parse(example.at("/at").asString()));
    }

    private static QueuedMessage message(UUID batchId) {
        return new QueuedMessage(
                UUID.fromString("019aa5f0-2d00-7c20-8000-0000000000e1"),
                UUID.fromString("019aa5f0-1c00-7a10-8000-0000000000a3"),
                UUID.fromString("019aa5f0-1c00-7a10-8000-0000000000d1"),
                batchId,
                "+94771234567",
                "Your order is ready.",
                Instant.parse("2026-11-21T10:15:30Z"),
                Instant.parse("2026-11-22T10:15:30Z"),
                null);
    }
}
