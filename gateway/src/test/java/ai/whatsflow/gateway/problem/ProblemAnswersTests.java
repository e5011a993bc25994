package ai.whatsflow.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemAnswersTests {

    private final JsonMapper mapper = new JsonMapper();
    private final ProblemAnswers answers = new ProblemAnswers(mapper);
    private final MockServerWebExchange exchange =
            MockServerWebExchange.from(MockServerHttpRequest.get("/api/v1/messages?secret=1"));

    @Test
    void writesEveryProblemInOneShape() {
        for (GatewayProblem problem : GatewayProblem.values()) {
            MockServerWebExchange each = MockServerWebExchange.from(MockServerHttpRequest.get("/api/v1/x?secret=1"));
            answers.write(each, Rejection.of(problem, "Why \"it\" was."), "request-1")
                    .block();

            JsonNode document =
                    mapper.readTree(each.getResponse().getBodyAsString().block());
            assertThat(each.getResponse().getStatusCode()).isEqualTo(problem.status());
            assertThat(each.getResponse().getHeaders().getFirst("Content-Type")).isEqualTo("application/problem+json");
            assertThat(document.path("type").asString()).isEqualTo("https://whatsflow.ai/problems/" + problem.slug());
            assertThat(document.path("title").asString()).isEqualTo(problem.title());
            assertThat(document.path("status").asInt())
                    .isEqualTo(problem.status().value());
            assertThat(document.path("detail").asString()).isEqualTo("Why \"it\" was.");
            assertThat(document.path("instance").asString()).isEqualTo("/api/v1/x");
            assertThat(document.path("requestId").asString()).isEqualTo("request-1");
        }
    }

    @Test
    void roundsRetryAfterUp() {
        answers.write(
                        exchange,
                        Rejection.retryLater(GatewayProblem.RATE_LIMITED, "Later.", Duration.ofMillis(1_001)),
                        "request-1")
                .block();

        assertThat(exchange.getResponse().getHeaders().getFirst("Retry-After")).isEqualTo("2");
    }

    @Test
    void hasDistinctSlugs() {
        assertThat(Arrays.stream(GatewayProblem.values()).map(GatewayProblem::slug))
                .doesNotHaveDuplicates()
                .allMatch(slug -> slug.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void tellsNothingAboutUnexpectedErrors() {
        Rejection rejection = Rejections.of(new IllegalStateException("password=hunter2"));

        assertThat(rejection.problem()).isEqualTo(GatewayProblem.INTERNAL);
        assertThat(rejection.getMessage()).doesNotContain("hunter2");
    }

    @Test
    void readsTheFrameworksOwnRefusals() {
        assertThat(Rejections.of(new ResponseStatusException(HttpStatus.NOT_FOUND))
                        .problem())
                .isEqualTo(GatewayProblem.NOT_FOUND);
        assertThat(Rejections.of(new ResponseStatusException(HttpStatus.BAD_REQUEST))
                        .problem())
                .isEqualTo(GatewayProblem.UNREADABLE);
        assertThat(Rejections.of(new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE))
                        .problem())
                .isEqualTo(GatewayProblem.TOO_LARGE);
    }
}
