package ai.whatsflow.messaging.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageIdsTests {

    private static final Instant NOW = Instant.parse("2026-11-21T10:15:30.123Z");

    @Test
    void sortsInOrderOfAcceptance() {
        MessageIds ids = new MessageIds(Clock.fixed(NOW, ZoneOffset.UTC));
        String last = "";
        for (int i = 0; i < 10_000; i++) {
            UUID id = ids.next();
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.toString()).isGreaterThan(last);
            last = id.toString();
        }
        assertThat(last).isGreaterThan(MessageIds.floor(NOW).toString());
        assertThat(last).isLessThan(MessageIds.floor(NOW.plusMillis(1)).toString());
    }

    @Test
    void followsFromBatchAndRecipient() {
        UUID batch = UUID.fromString("019aa5f0-2c00-7b10-8000-0000000000b1");
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String recipient = "+9477%07d".formatted(i);
            UUID id = MessageIds.inBatch(batch, NOW, recipient);
            assertThat(id).isEqualTo(MessageIds.inBatch(batch, NOW, recipient));
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(id.toString()).isGreaterThan(MessageIds.floor(NOW).toString());
            assertThat(id.toString())
                    .isLessThan(MessageIds.floor(NOW.plusMillis(1)).toString());
            assertThat(seen.add(id)).isTrue();
        }
        assertThat(MessageIds.inBatch(UUID.randomUUID(), NOW, "+94770000000")).isNotIn(seen);
    }
}
