package ai.whatsflow.node.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.node.engine.Fence.Save;
import ai.whatsflow.node.lease.Lease;
import ai.whatsflow.node.support.InMemoryVault;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SessionFenceTests {

    private final Lease lease = new Lease(UUID.randomUUID(), 3);
    private final InMemoryVault vault = new InMemoryVault();
    private final AtomicBoolean holds = new AtomicBoolean(true);
    private final SessionFence fence = new SessionFence(vault, lease, holds::get);

    @Test
    void buildsEachSaveOnTheLast() {
        assertThat(fence.save(bytes("one"))).isEqualTo(Save.SAVED);
        assertThat(fence.save(bytes("two"))).isEqualTo(Save.SAVED);
        assertThat(vault.version(lease.instanceId())).isEqualTo(2);
        SessionFence next = new SessionFence(vault, new Lease(lease.instanceId(), 4), holds::get);
        assertThat(next.load(state -> assertThat(state).isEqualTo(bytes("two"))))
                .isEqualTo(Signal.STATE_FOUND);
        assertThat(next.save(bytes("three"))).isEqualTo(Save.SAVED);
    }

    @Test
    void isStaleOnceANewerEpochSaved() {
        fence.save(bytes("one"));
        SessionFence next = new SessionFence(vault, new Lease(lease.instanceId(), 4), holds::get);
        next.load(state -> {});
        next.save(bytes("two"));
        assertThat(fence.save(bytes("mine"))).isEqualTo(Save.STALE);
        assertThat(fence.load(state -> {})).isEqualTo(Signal.STATE_STALE);
    }

    @Test
    void takesASaveWhoseAnswerWasLostForSaved() {
        vault.loseNextAnswer();
        assertThat(fence.save(bytes("one"))).isEqualTo(Save.UNAVAILABLE);
        assertThat(fence.save(bytes("one"))).isEqualTo(Save.SAVED);
        assertThat(vault.version(lease.instanceId())).isEqualTo(1);
        assertThat(fence.save(bytes("two"))).isEqualTo(Save.SAVED);
    }

    @Test
    void savesNothingWithoutALease() {
        holds.set(false);
        assertThat(fence.save(bytes("one"))).isEqualTo(Save.UNAVAILABLE);
        assertThat(vault.version(lease.instanceId())).isZero();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
