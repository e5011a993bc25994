package ai.whatsflow.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class VerifiedTokensTests {

    private final List<String> checked = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private Instant expiry = now.plusSeconds(300);
    private final VerifiedTokens tokens = new VerifiedTokens(this::check, new MovingClock());

    @Test
    void checksASignatureOnce() {
        Jwt first = tokens.decode("a");

        assertThat(tokens.decode("a")).isSameAs(first);
        assertThat(tokens.decode("b")).isNotSameAs(first);
        assertThat(checked).containsExactly("a", "b");
    }

    @Test
    void remembersForAMinute() {
        tokens.decode("a");
        now = now.plus(Duration.ofSeconds(59));
        tokens.decode("a");
        now = now.plus(Duration.ofSeconds(2));
        tokens.decode("a");

        assertThat(checked).containsExactly("a", "a");
    }

    @Test
    void neverRemembersBeyondTheEndOfTheToken() {
        expiry = now.plusSeconds(5);
        tokens.decode("a");
        now = now.plusSeconds(6);
        tokens.decode("a");
        tokens.decode("a");

        assertThat(checked).containsExactly("a", "a", "a");
    }

    @Test
    void remembersNothingThatWasRefused() {
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);

        assertThat(checked).containsExactly("forged", "forged");
    }

    private Jwt check(String text) {
        checked.add(text);
        if (text.equals("forged")) {
            throw new BadJwtException("signature");
        }
        return Jwt.withTokenValue(text)
                .header("alg", "RS256")
                .subject("someone")
                .expiresAt(expiry)
                .build();
    }

    private final class MovingClock extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
