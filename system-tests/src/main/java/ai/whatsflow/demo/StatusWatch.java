package ai.whatsflow.demo;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Follows the live status stream as the app would. */
final class StatusWatch implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, AtomicLong> seen = new ConcurrentHashMap<>();
    private final Stream<String> lines;

    private StatusWatch(Stream<String> lines) {
        this.lines = lines;
        Thread.ofVirtual().start(() -> {
            try {
                lines.filter(line -> line.startsWith("data:")).forEach(this::count);
            } catch (RuntimeException closed) {
                // The stream ends with the story.
            }
        });
    }

    static StatusWatch open(Story story, Session session) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(story.place.gateway() + "/api/v1/messages/stream"))
                .header(session.headerName(), session.value())
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> answer = story.http
                .client()
                .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .join();
        if (answer.statusCode() != 200) {
            throw new StepFailure("the status stream answered " + answer.statusCode());
        }
        return new StatusWatch(answer.body());
    }

    /** How many events of that status have come. */
    long count(Status status) {
        AtomicLong count = seen.get(status.name());
        return count == null ? 0 : count.get();
    }

    private void count(String line) {
        JsonNode data = JSON.readTree(line.substring("data:".length()));
        String status = data.path("status").asString("");
        if (!status.isEmpty()) {
            seen.computeIfAbsent(status, unused -> new AtomicLong()).incrementAndGet();
        }
    }

    @Override
    public void close() {
        lines.close();
    }

    enum Status {
        SENT,
        DELIVERED,
        READ
    }
}
