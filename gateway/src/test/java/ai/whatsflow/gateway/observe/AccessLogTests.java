package ai.whatsflow.gateway.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.gateway.observe.RequestTimers.Outcome;
import ai.whatsflow.platform.test.Await;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccessLogTests {

    private static final AccessLine LINE = new AccessLine(
            1_795_257_070_108L,
            "GET",
            "/api/v1/messages/\"\\\u0007",
            "messages",
            200,
            true,
            1_234_567,
            11,
            "198.51.100.7",
            "account",
            "user",
            null,
            null,
            "request-1",
            "trace-1");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Counter lost = new SimpleMeterRegistry().counter("lost");
    private final AccessLog log = new AccessLog(out, lost);

    @Test
    void writesOneJsonLinePerRequest() {
        log.start();
        log.write(LINE);
        log.write(LINE);
        Await.until(
                "both lines are there",
                () -> out.toString(StandardCharsets.UTF_8).lines().count() == 2);
        log.stop();

        JsonNode line = new JsonMapper()
                .readTree(out.toString(StandardCharsets.UTF_8).lines().toList().getFirst());
        assertThat(line.get("@timestamp").asString()).isEqualTo("2026-11-21T10:31:10.108Z");
        assertThat(line.get("url.path").asString()).isEqualTo("/api/v1/messages/\"\\ ");
        assertThat(line.get("http.response.status_code").asInt()).isEqualTo(200);
        assertThat(line.get("durationMicros").asLong()).isEqualTo(1_234);
        assertThat(line.has("apiKeyId")).isFalse();
    }

    @Test
    void writesWhatIsLeftWhenItStops() {
        log.start();
        log.write(LINE);
        log.stop();

        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("}\n");
    }

    @Test
    void losesAndCountsLinesRatherThanWaiting() {
        for (int i = 0; i < 20_000; i++) {
            log.write(LINE);
        }
        assertThat(lost.count()).isEqualTo(20_000 - 16_384);
    }

    @Test
    void sortsOutcomes() {
        assertThat(Outcome.of(204, true)).isEqualTo(Outcome.SUCCESS);
        assertThat(Outcome.of(307, true)).isEqualTo(Outcome.REDIRECTION);
        assertThat(Outcome.of(404, true)).isEqualTo(Outcome.CLIENT_ERROR);
        assertThat(Outcome.of(429, true)).isEqualTo(Outcome.RATE_LIMITED);
        assertThat(Outcome.of(503, true)).isEqualTo(Outcome.SERVER_ERROR);
        assertThat(Outcome.of(200, false)).isEqualTo(Outcome.ABORTED);
    }
}
