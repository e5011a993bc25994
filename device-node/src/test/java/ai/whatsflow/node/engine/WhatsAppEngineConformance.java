package ai.whatsflow.node.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.whatsflow.node.engine.EngineEvent.Ended;
import ai.whatsflow.node.engine.EngineEvent.Inbound;
import ai.whatsflow.node.engine.EngineEvent.Linked;
import ai.whatsflow.node.engine.EngineEvent.Online;
import ai.whatsflow.node.engine.EngineEvent.QrIssued;
import ai.whatsflow.node.engine.EngineEvent.Receipt;
import ai.whatsflow.node.engine.EngineEvent.SendRefused;
import ai.whatsflow.node.engine.EngineEvent.Sent;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every engine keeps, whatever it speaks to. */
@Timeout(60)
public abstract class WhatsAppEngineConformance {

    /** The other side, as far as a test has to play it. */
    public interface Counterpart {

        void scan(String code, String phone);

        /** Texts that this phone received from the sender, in order. */
        List<String> received(String recipient, String sender);

        /** The phone writes to the linked device. */
        void write(String from, String to, String text);

        void cut(String phone);

        void logOut(String phone);

        void ban(String phone);

        /** Receipts and inbound messages that the phone's device has not acknowledged. */
        int unacknowledged(String phone);

        /** Whether a device of the phone is connected right now. */
        boolean connected(String phone);
    }

    protected abstract WhatsAppEngine engine();

    protected abstract Counterpart counterpart();

    private final String phone = number();
    private final String friend = number();
    private final RecordingFence fence = new RecordingFence();
    private final RecordingListener events = new RecordingListener();

    @Test
    void describesItself() {
        assertThat(engine().description().name()).isNotBlank();
        assertThat(engine().description().version()).isNotBlank();
    }

    @Test
    void pairsByCodeAndSavesItsStateBeforeItIsLinked() {
        try (EngineConnection connection = engine().open(null, fence, events)) {
            QrIssued code = events.await(QrIssued.class);
            assertThat(code.attempt()).isEqualTo(1);
            assertThat(fence.saved()).isNull();
            events.beforeEach(Linked.class, () -> assertThat(fence.saved()).isNotNull());
            counterpart().scan(code.code(), phone);
            assertThat(events.await(Linked.class).phone()).isEqualTo(phone);
            assertThat(events.await(Online.class).phone()).isEqualTo(phone);
            events.assertNothingBroke();
        }
        assertThat(events.await(Ended.class).ending()).isEqualTo(Ending.CLOSED);
    }

    @Test
    void triesToSaveAgainWhenThePairingWouldOtherwiseBeLost() {
        fence.answer(Fence.Save.UNAVAILABLE);
        try (EngineConnection connection = engine().open(null, fence, events)) {
            counterpart().scan(events.await(QrIssued.class).code(), phone);
            await().until(() -> fence.attempts() >= 2);
            assertThat(events.has(Linked.class)).isFalse();
            fence.answer(Fence.Save.SAVED);
            events.await(Linked.class);
        }
    }

    @Test
    void sendsInTheOrderOfTheCallsAndReportsWhatBecameOfIt() {
        try (EngineConnection connection = online()) {
            for (int i = 0; i < 50; i++) {
                assertThat(connection.send(text(i))).isEqualTo(Handover.HANDED);
            }
            events.awaitCount(Sent.class, 50);
            events.awaitCount(Receipt.class, 100);
            events.all(Receipt.class).forEach(receipt -> receipt.received().run());
        }
        assertThat(counterpart().received(friend, phone))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 50).mapToObj(i -> "text " + i).toList());
        assertThat(events.all(Sent.class).stream().map(Sent::whatsappId).toList())
                .containsExactlyElementsOf(IntStream.range(0, 50)
                        .mapToObj(i -> text(i).whatsappId())
                        .toList());
    }

    @Test
    void deliversOneIdOnceWhenItSaysItsSendsAreIdempotent() {
        if (!engine().description().idempotentSend()) {
            return;
        }
        try (EngineConnection connection = online()) {
            for (int i = 0; i < 5; i++) {
                connection.send(text(1));
            }
            events.awaitCount(Sent.class, 5);
            events.awaitCount(Receipt.class, 2);
        }
        assertThat(counterpart().received(friend, phone)).containsExactly("text 1");
    }

    @Test
    void reportsAMessageThatWillNeverBeTaken() {
        try (EngineConnection connection = online()) {
            connection.send(new OutgoingText(id(1), "0771234567", "hello"));
            assertThat(events.await(SendRefused.class).whatsappId()).isEqualTo(id(1));
            connection.send(text(2));
            events.await(Sent.class);
        }
    }

    @Test
    void repeatsReceiptsUntilTheyAreReceived() {
        try (EngineConnection connection = online()) {
            connection.send(text(1));
            events.awaitCount(Receipt.class, 2);
        }
        assertThat(counterpart().unacknowledged(phone)).isEqualTo(2);
        RecordingListener again = new RecordingListener();
        try (EngineConnection connection = engine().open(fence.saved(), fence, again)) {
            again.awaitCount(Receipt.class, 2);
            again.all(Receipt.class).forEach(receipt -> receipt.received().run());
            await().until(() -> counterpart().unacknowledged(phone) == 0);
        }
    }

    @Test
    void bringsInboundMessages() {
        try (EngineConnection connection = online()) {
            counterpart().write(friend, phone, "good morning");
            Inbound inbound = events.await(Inbound.class);
            assertThat(inbound.text()).isEqualTo("good morning");
            assertThat(inbound.from()).isEqualTo(friend);
            assertThat(inbound.toString()).doesNotContain("morning");
            inbound.received().run();
            await().until(() -> counterpart().unacknowledged(phone) == 0);
        }
    }

    @Test
    void resumesFromItsSavedStateAndSavesBeforeItConnects() {
        online().close();
        events.await(Ended.class);
        int saves = fence.saves();
        RecordingListener resumed = new RecordingListener();
        resumed.beforeEach(Online.class, () -> assertThat(fence.saves()).isGreaterThan(saves));
        try (EngineConnection connection = engine().open(fence.saved(), fence, resumed)) {
            assertThat(resumed.await(Online.class).phone()).isEqualTo(phone);
            assertThat(connection.send(text(1))).isEqualTo(Handover.HANDED);
            resumed.await(Sent.class);
            resumed.assertNothingBroke();
        }
    }

    @Test
    void disturbsNobodyWhenItsStateIsStale() {
        try (EngineConnection owner = online()) {
            RecordingFence stale = new RecordingFence();
            stale.answer(Fence.Save.STALE);
            RecordingListener late = new RecordingListener();
            engine().open(fence.saved(), stale, late);
            assertThat(late.await(Ended.class).ending()).isEqualTo(Ending.STATE_REFUSED);
            assertThat(owner.send(text(1))).isEqualTo(Handover.HANDED);
            events.await(Sent.class);
            assertThat(events.has(Ended.class)).isFalse();
        }
    }

    @Test
    void connectsOnlyWhileTheLeaseHolds() {
        online().close();
        events.await(Ended.class);
        fence.hold(false);
        RecordingListener late = new RecordingListener();
        engine().open(fence.saved(), fence, late);
        late.await(Ended.class);
        assertThat(late.has(Online.class)).isFalse();
    }

    @Test
    void sendsNothingOnceTheLeaseDoesNotHold() {
        try (EngineConnection connection = online()) {
            fence.hold(false);
            assertThat(connection.send(text(1))).isEqualTo(Handover.FENCED);
            fence.hold(true);
            connection.send(text(2));
            events.await(Sent.class);
        }
        assertThat(counterpart().received(friend, phone)).doesNotContain("text 1");
    }

    @Test
    void sendsNothingBeforeItIsOnlineOrAfterItIsClosed() {
        EngineConnection connection = engine().open(null, fence, events);
        assertThat(connection.send(text(1))).isEqualTo(Handover.NOT_ONLINE);
        events.await(QrIssued.class);
        connection.close();
        connection.close();
        events.await(Ended.class);
        assertThat(connection.send(text(1))).isEqualTo(Handover.NOT_ONLINE);
        assertThat(events.all(Ended.class)).hasSize(1);
    }

    @Test
    void closesItsSocketBeforeCloseReturns() {
        EngineConnection connection = online();
        connection.close();
        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMillis(500))
                .until(() -> !counterpart().connected(phone));
        assertThat(connection.send(text(1))).isEqualTo(Handover.NOT_ONLINE);
    }

    @Test
    void tellsALostSocketFromOtherEndings() {
        EngineConnection connection = online();
        counterpart().cut(phone);
        assertThat(events.await(Ended.class).ending()).isEqualTo(Ending.LOST);
        connection.close();
    }

    @Test
    void tellsAConflict() {
        EngineConnection older = online();
        RecordingListener newer = new RecordingListener();
        try (EngineConnection connection = engine().open(fence.saved(), fence, newer)) {
            newer.await(Online.class);
            assertThat(events.await(Ended.class).ending()).isEqualTo(Ending.CONFLICT);
        }
        older.close();
    }

    @Test
    void keepsTheStateOfADeviceThatWasLoggedOutButPairsAnew() {
        EngineConnection connection = online();
        byte[] before = fence.saved();
        counterpart().logOut(phone);
        assertThat(events.await(Ended.class).ending()).isEqualTo(Ending.LOGGED_OUT);
        connection.close();
        assertThat(fence.saved()).isNotEqualTo(before).isNotEmpty();
        RecordingListener anew = new RecordingListener();
        try (EngineConnection again = engine().open(fence.saved(), fence, anew)) {
            anew.await(QrIssued.class);
        }
    }

    @Test
    void tellsABan() {
        EngineConnection connection = online();
        counterpart().ban(phone);
        assertThat(events.await(Ended.class).ending()).isEqualTo(Ending.BANNED);
        connection.close();
    }

    private EngineConnection online() {
        EngineConnection connection = engine().open(null, fence, events);
        counterpart().scan(events.await(QrIssued.class).code(), phone);
        events.await(Online.class);
        return connection;
    }

    private OutgoingText text(int i) {
        return new OutgoingText(id(i), friend, "text " + i);
    }

    private String id(int i) {
        return "3EB0" + phone.substring(1) + "%08X".formatted(i);
    }

    private static String number() {
        return "+9477%07d".formatted(Math.floorMod(UUID.randomUUID().getLeastSignificantBits(), 10_000_000L));
    }
}
