package ai.whatsflow.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LIFETIME = Duration.ofDays(90);
    private static final Duration AHEAD = Duration.ofHours(1);

    private static final SigningKey OLD = key("old", START);
    private static final SigningKey YOUNG = key("young", START.plus(LIFETIME).plus(AHEAD));
    private final KeyRing ring = new KeyRing(List.of(YOUNG, OLD));

    @Test
    void theFirstKeySignsAtOnce() {
        KeyRing empty = new KeyRing(List.of());
        assertThat(empty.needsSuccessor(START, LIFETIME)).isTrue();
        assertThat(empty.successorActiveFrom(START, AHEAD)).isEqualTo(START);
    }

    @Test
    void aSuccessorIsMadeInTimeAndOnce() {
        KeyRing one = new KeyRing(List.of(OLD));
        assertThat(one.needsSuccessor(START.plus(LIFETIME).minusSeconds(1), LIFETIME))
                .isFalse();
        assertThat(one.needsSuccessor(START.plus(LIFETIME), LIFETIME)).isTrue();
        assertThat(one.successorActiveFrom(START.plus(LIFETIME), AHEAD)).isEqualTo(YOUNG.activeFrom());
        assertThat(ring.needsSuccessor(START.plus(LIFETIME), LIFETIME)).isFalse();
    }

    @Test
    void theSuccessorIsPublishedBeforeItSigns() {
        assertThat(ring.active(YOUNG.activeFrom().minusMillis(1))).contains(OLD);
        assertThat(ring.active(YOUNG.activeFrom())).contains(YOUNG);
        assertThat(ring.keys()).containsExactly(OLD, YOUNG);
    }

    @Test
    void theOldKeyStaysUntilNoTokenOfItIsGood() {
        assertThat(ring.retired(YOUNG.activeFrom().plus(AHEAD).minusSeconds(1), AHEAD))
                .isEmpty();
        assertThat(ring.retired(YOUNG.activeFrom().plus(AHEAD), AHEAD)).containsExactly(OLD);
    }

    @Test
    void theYoungestNeverRetires() {
        assertThat(new KeyRing(List.of(YOUNG)).retired(START.plus(Duration.ofDays(9_000)), AHEAD))
                .isEmpty();
    }

    @Test
    void nothingSignsBeforeItsTime() {
        assertThat(ring.active(START.minusSeconds(1))).isEmpty();
    }

    private static SigningKey key(String kid, Instant activeFrom) {
        try {
            return new SigningKey(new RSAKeyGenerator(2048).keyID(kid).generate(), activeFrom);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
