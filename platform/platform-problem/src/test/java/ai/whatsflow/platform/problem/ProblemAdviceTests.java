package ai.whatsflow.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProblemAdviceTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Test
    void namesEachInvalidFieldByJsonPointer() throws Exception {
        JsonNode problem = problem(
                post("{\"buyer\":\" \",\"lines\":[{\"name\":\"a\",\"quantity\":1},{\"name\":\"\",\"quantity\":0}]}"),
                422,
                "invalid");
        assertThat(problem.path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactlyInAnyOrder("/buyer", "/lines/1/name", "/lines/1/quantity");
    }

    @Test
    void tellsUnreadableFromInvalid() throws Exception {
        problem(post("{"), 400, "unreadable");
        JsonNode wrongType =
                problem(post("{\"buyer\":\"b\",\"lines\":[{\"name\":\"a\",\"quantity\":\"x\"}]}"), 400, "unreadable");
        assertThat(wrongType.at("/errors/0/pointer").asString()).isEqualTo("/lines/0/quantity");
        problem(get("/orders/not-a-uuid"), 400, "unreadable");
        problem(get("/orders/0199f3a0-6c7e-7e2b-9d41-1f3c5a7b9d11?limit=x"), 400, "unreadable");
        JsonNode tooMany = problem(get("/orders/0199f3a0-6c7e-7e2b-9d41-1f3c5a7b9d11?limit=11"), 422, "invalid");
        assertThat(tooMany.at("/errors/0/pointer").asString()).isEqualTo("/limit");
    }

    @Test
    void carriesWhatTheUseCaseSays() throws Exception {
        HttpResponse<String> answer = get("/orders/0199f3a0-6c7e-7e2b-9d41-1f3c5a7b9d11");
        JsonNode problem = problem(answer, 409, "conflict");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(problem.path("orderId").asString()).startsWith("0199f3a0");
        assertThat(problem.at("/errors/0/detail").asString()).isEqualTo("Wait until it is packed.");
    }

    @Test
    void asksForTheSameRequestAgainWhenTheDatabaseWentAwayInTheMiddle() throws Exception {
        HttpResponse<String> answer = get("/killed-in-the-middle");
        problem(answer, 503, "dependency-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).contains("Idempotency-Key");
    }

    @Test
    void saysNothingOfWhatIsInside() throws Exception {
        HttpResponse<String> answer = get("/broken");
        problem(answer, 500, "internal");
        assertThat(answer.body()).doesNotContain("42").doesNotContain("IllegalState");
    }

    @Test
    void answersProblemsOfTheDispatcherToo() throws Exception {
        problem(get("/nothing-here"), 404, "not-found");
        problem(send(request("/orders").DELETE()), 405, "method-not-allowed");
        problem(
                send(request("/orders")
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString("a,b"))),
                415,
                "unsupported-media-type");
    }

    @Test
    void boundsBodiesWhetherOrNotTheyTellTheirLength() throws Exception {
        String large = "{\"buyer\":\"" + "x".repeat(2_000) + "\"}";
        problem(post(large), 413, "too-large");
        HttpRequest.Builder chunked = request("/orders")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes())));
        problem(send(chunked), 413, "too-large");
    }

    private HttpResponse<String> post(String json) throws IOException, InterruptedException {
        return send(request("/orders")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("https://whatsflow.ai/problems/" + slug);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        return problem;
    }
}
