package ai.whatsflow.instance.instance;

import static ai.whatsflow.instance.instance.SessionFact.CONNECTED;
import static ai.whatsflow.instance.instance.SessionFact.DISCONNECTED;
import static ai.whatsflow.instance.instance.SessionFact.LINKED;
import static ai.whatsflow.instance.instance.SessionFact.LOGGED_OUT;
import static ai.whatsflow.instance.instance.SessionFact.MOVED;
import static ai.whatsflow.instance.instance.SessionFact.QR_ISSUED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InstanceTests {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String PHONE = "+94770000001";

    private final UUID server = UUID.randomUUID();
    private final List<SessionFact> told = new ArrayList<>();
    private Instance instance = new Instance(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "Front desk",
            "simulated",
            SessionState.CREATED,
            null,
            null,
            1,
            0,
            -1,
            null,
            null,
            NOON);

    @Test
    void tellsTheWayFromPlacementToTakeOver() {
        take(instance.moved(server, 1, NOON));
        report(1, 10, SessionState.STARTING, null);
        report(1, 11, SessionState.QR, null);
        report(1, 12, SessionState.QR, null);
        report(1, 13, SessionState.CONNECTING, null);
        report(1, 14, SessionState.ONLINE, PHONE);
        report(1, 15, SessionState.RECONNECTING, null);
        report(1, 16, SessionState.ONLINE, PHONE);
        take(instance.moved(UUID.randomUUID(), 2, NOON));
        report(2, 3, SessionState.ONLINE, PHONE);
        report(2, 4, SessionState.LOGGED_OUT, null);
        report(2, 5, SessionState.STOPPED, null);

        assertThat(told)
                .containsExactly(
                        QR_ISSUED, QR_ISSUED, LINKED, CONNECTED, DISCONNECTED, CONNECTED, MOVED, CONNECTED, LOGGED_OUT);
        assertThat(instance.state()).isEqualTo(SessionState.LOGGED_OUT);
        assertThat(instance.phone()).isNull();
        assertThat(instance.version()).isEqualTo(1 + told.size());
    }

    @Test
    void ignoresStaleEpochsRepetitionsAndTheFuture() {
        take(instance.moved(server, 3, NOON));
        report(3, 10, SessionState.ONLINE, PHONE);
        Instance online = instance;

        report(2, 99, SessionState.LOGGED_OUT, null);
        report(3, 10, SessionState.STOPPED, null);
        report(3, 9, SessionState.QR, null);
        report(4, 11, SessionState.STOPPED, null);

        assertThat(instance).isSameAs(online);
    }

    @Test
    void linksAgainWhenAnotherPhoneScans() {
        take(instance.moved(server, 1, NOON));
        report(1, 1, SessionState.ONLINE, PHONE);
        report(1, 2, SessionState.ONLINE, "+94770000002");

        assertThat(told).containsExactly(LINKED, CONNECTED, LINKED, CONNECTED);
    }

    @Test
    void isWantedAgainAfterALogOutOnly() {
        take(instance.moved(server, 1, NOON));
        report(1, 1, SessionState.ONLINE, PHONE);
        assertThat(instance.requested()).isSameAs(instance);
        report(1, 2, SessionState.LOGGED_OUT, null);

        assertThat(instance.requested().state()).isEqualTo(SessionState.CREATED);
    }

    @Test
    void staysDeleted() {
        take(instance.moved(server, 1, NOON));
        take(instance.deleted(NOON));
        report(1, 7, SessionState.ONLINE, PHONE);

        assertThat(instance.state()).isEqualTo(SessionState.DELETED);
        assertThat(told).containsExactly(LOGGED_OUT);
    }

    private void report(long epoch, long seq, SessionState state, @Nullable String phone) {
        QrCode qr = state == SessionState.QR ? new QrCode("code", 1, 6, NOON) : null;
        take(instance.reported(new SessionReport(instance.id(), epoch, seq, NOON, state, qr, phone, null)));
    }

    private void take(Instance.Transition transition) {
        instance = transition.instance();
        transition.facts().forEach(changed -> told.add(changed.fact()));
    }
}
