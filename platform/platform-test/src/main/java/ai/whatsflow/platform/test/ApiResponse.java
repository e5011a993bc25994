package ai.whatsflow.platform.test;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer, with the assertions that tests make of it. */
public record ApiResponse(int status, HttpHeaders headers, String text, JsonMapper mapper) {

    /** The body as JSON. */
    public JsonNode json() {
        return mapper.readTree(text);
    }

    /** A string field of the body, found by JSON pointer: {@code /items/0/name}. */
    public String at(String pointer) {
        return json().at(pointer).asString();
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Fails unless the status is that. */
    public ApiResponse expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + " but got " + status + ": " + text);
        }
        return this;
    }

    /** Fails unless it is a problem document of that status and type. */
    public ApiResponse expectProblem(int expected, String slug) {
        expect(expected);
        if (!header("Content-Type").startsWith("application/problem+json")) {
            throw new AssertionError("not a problem document: " + header("Content-Type") + " " + text);
        }
        String type = json().path("type").asString("");
        if (!type.equals("https://whatsflow.ai/problems/" + slug)) {
            throw new AssertionError("expected the problem " + slug + " but got " + text);
        }
        return this;
    }
}
