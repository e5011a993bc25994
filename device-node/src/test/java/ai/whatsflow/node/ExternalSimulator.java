package ai.whatsflow.node;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The admin API of a simulator that is a process of its own. */
final class ExternalSimulator {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final String base;

    ExternalSimulator(String port) {
        this.base = "http://127.0.0.1:" + port + "/simulator/v1";
    }

    void awaitUp() {
        await().atMost(Duration.ofSeconds(40))
                .ignoreExceptions()
                .until(() -> call("", HttpRequest.newBuilder().GET())
                        .get("simulated")
                        .asBoolean());
    }

    void scan(String code, String phone) throws IOException {
        call(
                "/phones/" + phone + "/scans",
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                JsonMapper.shared().writeValueAsString(Map.of("qr", code)))));
    }

    long count(String phone, String figure) throws IOException {
        return call("/counts?sender=" + phone.replace("+", "%2B"), HttpRequest.newBuilder())
                .get(figure)
                .asLong();
    }

    private JsonNode call(String path, HttpRequest.Builder request) throws IOException {
        try {
            var response = HTTP.send(request.uri(URI.create(base + path)).build(), BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IOException(response.statusCode() + " " + response.body());
            }
            return JsonMapper.shared().readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
