package ai.whatsflow.gateway.token;

import java.time.Duration;

/** Settings for tests. */
final class Tokens {

    static final TokenProperties PROPERTIES = new TokenProperties(
            "whatsflow-api",
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            100,
            Duration.ofMinutes(5),
            Duration.ofSeconds(5));

    private Tokens() {}
}
