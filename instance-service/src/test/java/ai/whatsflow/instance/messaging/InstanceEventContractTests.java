package ai.whatsflow.instance.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.instance.consent.Consent;
import ai.whatsflow.instance.dispatch.DispatchOutcome;
import ai.whatsflow.instance.dispatch.DispatchStatus;
import ai.whatsflow.instance.entitlement.Entitlement;
import ai.whatsflow.instance.instance.Instance;
import ai.whatsflow.instance.instance.QrCode;
import ai.whatsflow.instance.instance.SessionChanged;
import ai.whatsflow.instance.instance.SessionFact;
import ai.whatsflow.instance.instance.SessionState;
import ai.whatsflow.instance.node.Node;
import ai.whatsflow.instance.node.NodeStatus;
import ai.whatsflow.platform.test.EventContracts;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class InstanceEventContractTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID ACCOUNT = UUID.fromString("0199f3a0-1111-7000-8000-000000000003");
    private static final UUID INSTANCE = UUID.fromString("0199f3a0-6c7e-7e2b-9d41-1f3c5a7b9d22");
    private static final UUID MESSAGE = UUID.fromString("0199f3a0-6c7e-7e2b-9d41-1f3c5a7b9d33");
    private static final UUID FIRST_NODE = UUID.fromString("0199f3a0-6c7e-7e2b-9d41-1f3c5a7b9d11");
    private static final UUID SECOND_NODE = UUID.fromString("0199f3a0-6c7e-7e2b-9d41-1f3c5a7b9d12");

    @ParameterizedTest
    @CsvSource({
        "SENT,      ,                          3, 2026-11-21T10:15:31Z",
        "DELIVERED, ,                          3, 2026-11-21T10:15:32Z",
        "READ,      ,                          3, 2026-11-21T10:16:00Z",
        "FAILED,    recipient-not-on-whatsapp, 3, 2026-11-21T10:15:31Z",
        "EXPIRED,   waited-too-long,            , 2026-11-22T10:15:30Z"
    })
    void writesTheExamplesOfDispatch(DispatchStatus status, @Nullable String reason, @Nullable Long epoch, Instant at) {
        DispatchOutcome outcome = new DispatchOutcome(MESSAGE, ACCOUNT, INSTANCE, status, reason, epoch, at);

        EventContracts.assertEqualsExample(DispatchV1.type(status), DispatchV1.of(outcome), JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED,      1, CREATED,      ,             0, 0",
        "QR_ISSUED,    2, QR,           ,             1, 1",
        "LINKED,       3, ONLINE,       +94770000001, 1, 1",
        "CONNECTED,    4, ONLINE,       +94770000001, 1, 1",
        "DISCONNECTED, 5, RECONNECTING, +94770000001, 1, 1",
        "MOVED,        6, STARTING,     +94770000001, 2, 2",
        "LOGGED_OUT,   7, LOGGED_OUT,   ,             2, 2"
    })
    void writesTheExamplesOfSession(
            SessionFact fact, long version, SessionState state, @Nullable String phone, int node, long epoch) {
        Instant at = Instant.parse("2026-11-21T10:15:30Z").plusSeconds(version);
        Instance instance = new Instance(
                INSTANCE,
                ACCOUNT,
                "Front desk",
                "simulated",
                state,
                "why",
                phone,
                version,
                epoch,
                0,
                node == 0 ? null : node == 1 ? FIRST_NODE : SECOND_NODE,
                at,
                at);
        QrCode qr = fact == SessionFact.QR_ISSUED
                ? new QrCode("secret", 1, 6, Instant.parse("2026-11-21T10:16:30Z"))
                : null;

        EventContracts.assertEqualsExample(
                SessionV1.type(fact), SessionV1.of(new SessionChanged(fact, instance, qr, at)), JSON);
    }

    @Test
    void readsItsOwnSessionsForLiveWatchers() {
        for (String type : SessionV1.TYPES) {
            assertThat(EventContracts.exampleAs(type, InstanceChangedV1.class, JSON)
                            .instanceId())
                    .isEqualTo(INSTANCE);
        }
    }

    @Test
    void readsQueuedMessages() {
        var message = EventContracts.exampleAs(MessageQueuedV1.TYPE, MessageQueuedV1.class, JSON)
                .message();

        assertThat(message.to()).startsWith("+");
        assertThat(message.text()).isNotBlank();
        assertThat(message.expiresAt()).isAfter(message.queuedAt());
    }

    @Test
    void readsSubscriptions() {
        for (String type : SubscriptionV1.TYPES) {
            Entitlement entitlement =
                    EventContracts.exampleAs(type, SubscriptionV1.class, JSON).projection();

            assertThat(entitlement.version()).isPositive();
            assertThat(entitlement.periodEnd()).isAfter(entitlement.periodStart());
            assertThat(entitlement.expired()).isEqualTo(type.equals("billing.subscription.expired.v1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsubscribed", "blocked"})
    void readsRefusals(String fact) {
        assertThat(consent(fact).refused()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"resubscribed", "unblocked"})
    void readsConsents(String fact) {
        assertThat(consent(fact).phone()).startsWith("+");
    }

    @Test
    void readsTheHealthStream() {
        for (String type : ServerHealthV1.TYPES) {
            Node node =
                    EventContracts.exampleAs(type, ServerHealthV1.class, JSON).projection();

            assertThat(node.status()).isEqualTo(NodeStatus.ONLINE);
            assertThat(node.isOpen()).isTrue();
            assertThat(node.maySendAgain("simulated")).isTrue();
            assertThat(node.publicKey()).contains("\"kty\":\"RSA\"");
            assertThat(node.exitedBootIds()).hasSize(1);
        }
    }

    private static Consent consent(String fact) {
        return EventContracts.exampleAs("contact.consent." + fact + ".v1", ConsentV1.class, JSON)
                .projection();
    }
}
