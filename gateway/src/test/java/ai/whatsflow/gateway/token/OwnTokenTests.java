package ai.whatsflow.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.whatsflow.platform.test.SettableClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class OwnTokenTests {

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean away = new AtomicBoolean();
    private final OwnToken token = new OwnToken(
            Mono.defer(() -> away.get()
                    ? Mono.error(new IllegalStateException("away"))
                    : Mono.just(new OwnToken.Granted("t" + asked.incrementAndGet(), Duration.ofSeconds(105)))),
            clock);

    @Test
    void asksOnce() {
        assertThat(token.get().block()).isEqualTo("t1");
        assertThat(token.get().block()).isEqualTo("t1");
    }

    @Test
    void renewsAheadOfItsEnd() {
        token.get().block();
        clock.advance(Duration.ofSeconds(81));

        assertThat(token.get().block()).isEqualTo("t1");
        assertThat(token.get().block()).isEqualTo("t2");
    }

    @Test
    void usesItToItsEndWhileTheIssuerIsAway() {
        token.get().block();
        away.set(true);

        clock.advance(Duration.ofSeconds(95));
        assertThat(token.get().block()).isEqualTo("t1");
        clock.advance(Duration.ofSeconds(10));
        assertThatThrownBy(() -> token.get().block()).hasMessage("away");
        away.set(false);
        assertThat(token.get().block()).isEqualTo("t2");
    }

    @Test
    void asksAgainForATokenThatWasRefused() {
        token.get().block();
        token.refused("t1");
        assertThat(token.get().block()).isEqualTo("t2");
        token.refused("t1");
        assertThat(token.get().block()).isEqualTo("t2");
    }
}
