package ai.whatsflow.node.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.node.session.CommandResult.Reason;
import ai.whatsflow.node.session.NodeCommand.Send;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefusalsTests {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration CLAIM = Duration.ofSeconds(10);

    private final Refusals refusals = new Refusals();

    @Test
    void remembersWhyASendWasRefused() {
        Send refused = send(NOON.plus(CLAIM));
        refusals.add(refused, Reason.BUSY, NOON);

        assertThat(refusals.of(refused)).isEqualTo(Reason.BUSY);
        assertThat(refusals.of(send(NOON.plus(CLAIM)))).isNull();
    }

    @Test
    void forgetsWhatIsPastItsDeadline() {
        for (int i = 0; i < 100; i++) {
            Instant now = NOON.plusSeconds(i);
            refusals.add(send(now.plus(CLAIM)), Reason.NOT_READY, now);
        }

        assertThat(refusals.size()).isLessThanOrEqualTo(11);
    }

    @Test
    void doesNotKeepWhatHasNoDeadline() {
        refusals.add(send(null), Reason.BUSY, NOON);

        assertThat(refusals.size()).isZero();
    }

    private static Send send(@Nullable Instant deadline) {
        return new Send(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                deadline,
                null,
                UUID.randomUUID(),
                "3EB0",
                "+94771234567",
                "Hello");
    }
}
