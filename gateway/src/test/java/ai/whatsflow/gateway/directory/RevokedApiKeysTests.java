package ai.whatsflow.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.test.SettableClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RevokedApiKeysTests {

    private final SettableClock clock = new SettableClock();
    private final RevokedApiKeys revoked = new RevokedApiKeys(clock);

    @Test
    void outlivesAnyExchangeAndInternalToken() {
        UUID key = UUID.randomUUID();
        revoked.add(key);

        clock.advance(Duration.ofMinutes(9));
        assertThat(revoked.contains(key)).isTrue();
        clock.advance(Duration.ofMinutes(2));
        assertThat(revoked.contains(key)).isFalse();
    }

    @Test
    void isNeverPushedOut() {
        UUID first = UUID.randomUUID();
        revoked.add(first);
        for (int i = 0; i < 50_000; i++) {
            revoked.add(UUID.randomUUID());
        }

        assertThat(revoked.contains(first)).isTrue();
    }
}
