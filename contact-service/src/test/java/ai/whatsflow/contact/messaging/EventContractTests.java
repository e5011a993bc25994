package ai.whatsflow.contact.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.contact.consent.Consent;
import ai.whatsflow.contact.consent.ConsentChange;
import ai.whatsflow.contact.entitlement.Entitlement;
import ai.whatsflow.platform.test.EventContracts;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class EventContractTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource({
        "UNSUBSCRIBE, unsubscribed, false, false",
        "RESUBSCRIBE, resubscribed, true, false",
        "BLOCK, blocked, true, true",
        "UNBLOCK, unblocked, true, false",
    })
    void producesConsentAsTheExampleSays(ConsentChange change, String fact, boolean subscribed, boolean blocked) {
        String type = OutboxConsentAnnouncer.type(change);
        assertThat(type).isEqualTo("contact.consent." + fact + ".v1");
        Consent consent = new Consent(
                UUID.fromString("019aa5f0-1c00-7a10-8000-00000000c0a1"),
                UUID.fromString("019aa5f0-1c00-7a10-8000-0000000000a3"),
                "+94771234567",
                subscribed,
                blocked,
                3,
                Instant.parse("2026-11-21T10:15:30Z"));
        EventContracts.assertEqualsExample(type, OutboxConsentAnnouncer.wire(consent), MAPPER);
    }

    static Stream<String> subscriptionTypes() {
        return SubscriptionV1.TYPES.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("subscriptionTypes")
    void readsTheEntitlementOfASubscription(String type) {
        Entitlement entitlement =
                EventContracts.exampleAs(type, SubscriptionV1.class, MAPPER).toEntitlement();
        var example = EventContracts.example(type);
        assertThat(entitlement.accountId()).hasToString(example.at("/accountId").asString());
        assertThat(entitlement.version()).isEqualTo(example.at("/version").asLong());
        assertThat(entitlement.expired())
                .isEqualTo(example.at("/status").asString().equals("EXPIRED"));
        assertThat(entitlement.periodEnd())
                .isEqualTo(Instant.parse(example.at("/entitlement/periodEnd").asString()));
        assertThat(entitlement.contacts())
                .isEqualTo(
                        example.at("/entitlement/limits/contacts").isNull()
                                ? null
                                : example.at("/entitlement/limits/contacts").asLong());
    }

    @Test
    void hasAnExampleForEachConsentFact() {
        Set<String> types = Stream.of(ConsentChange.values())
                .map(OutboxConsentAnnouncer::type)
                .collect(Collectors.toSet());
        assertThat(types)
                .hasSize(4)
                .allSatisfy(type -> assertThat(EventContracts.example(type)).isNotNull());
    }
}
