package ai.whatsflow.gateway.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** The shape of a refusal. */
public final class Problems {

    private Problems() {}

    public static void assertProblem(HttpResponse<String> response, int status, String slug) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        JsonNode document = RunningGateway.json(response);
        assertThat(document.path("type").asString()).isEqualTo("https://whatsflow.ai/problems/" + slug);
        assertThat(document.path("status").asInt()).isEqualTo(status);
        assertThat(document.path("title").asString()).isNotBlank();
        assertThat(document.path("requestId").asString())
                .isEqualTo(response.headers().firstValue("x-request-id").orElseThrow());
    }
}
