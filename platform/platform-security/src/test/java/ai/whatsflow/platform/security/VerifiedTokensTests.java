package ai.whatsflow.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.whatsflow.platform.test.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class VerifiedTokensTests {

    private final List<String> checked = new ArrayList<>();
    private final SettableClock clock = new SettableClock();
    private final VerifiedTokens tokens = new VerifiedTokens(this::check, clock);
    private Instant expiry = clock.instant().plusSeconds(300);

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
        clock.advance(Duration.ofSeconds(50));
        tokens.decode("a");
        clock.advance(Duration.ofSeconds(11));
        tokens.decode("a");

        assertThat(checked).containsExactly("a", "a");
    }

    @Test
    void neverRemembersBeyondTheEndOfTheToken() {
        expiry = clock.instant().plusSeconds(5);
        tokens.decode("a");
        clock.advance(Duration.ofSeconds(6));
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
}
