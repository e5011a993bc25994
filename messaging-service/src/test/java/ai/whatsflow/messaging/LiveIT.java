package ai.whatsflow.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.messaging.Senders.Sender;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MessagingIT
class LiveIT {

    @Autowired
    Senders senders;

    @Autowired
    TestEvents events;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestTokens tokens;

    @Autowired
    ApiClient api;

    @Test
    void tellsEachAccountItsOwnNewsOnly() throws Exception {
        Sender sender = senders.entitledTo(10);
        Sender other = senders.entitledTo(10);
        try (Watching own = watch(sender.token(), "");
                Watching others = watch(other.token(), "")) {
            UUID event = report(sender, UUID.randomUUID());
            report(other, UUID.randomUUID());
            Await.until(
                    "both have heard",
                    () -> own.statuses().size() == 1 && others.statuses().size() == 1);
            assertThat(own.lines()).contains("id:" + event, "event:status");
            assertThat(own.statuses().getFirst()).contains(sender.instanceId().toString(), "\"status\":\"SENT\"");
            assertThat(others.statuses().getFirst()).contains(other.instanceId().toString());
            Await.until(
                    "the silent stream shows that it lives", () -> own.lines().contains(":still here"));
        }
    }

    @Test
    void opensTheStreamsOfTheOwnSubtree() throws Exception {
        var dealer = accounts.subDealer();
        Sender customer = senders.entitled(accounts.customerOf(dealer), 10);
        try (Watching watching = watch(tokens.user(dealer), "?accountId=" + customer.accountId())) {
            report(customer, UUID.randomUUID());
            Await.until("the dealer has heard", () -> watching.statuses().size() == 1);
        }
        String stranger = tokens.user(accounts.subDealer());
        api.get("/api/v1/messages/stream?accountId=" + customer.accountId(), stranger)
                .expectProblem(404, "not-found");
        api.get("/api/v1/messages/stream", null).expectProblem(401, "unauthenticated");
    }

    private UUID report(Sender sender, UUID message) {
        UUID eventId = UUID.randomUUID();
        events.publish(
                eventId,
                "instance.dispatch",
                sender.instanceId().toString(),
                "instance.dispatch.sent.v1",
                Map.of(
                        "messageId", message,
                        "accountId", sender.accountId(),
                        "instanceId", sender.instanceId(),
                        "status", "SENT",
                        "at", Instant.now()));
        return eventId;
    }

    private Watching watch(String token, String query) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpResponse<Stream<String>> answer = http.send(
                HttpRequest.newBuilder(URI.create(api.baseUrl() + "/api/v1/messages/stream" + query))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        List<String> lines = new CopyOnWriteArrayList<>();
        Thread reader = Thread.ofVirtual().start(() -> {
            try {
                answer.body().forEach(lines::add);
            } catch (RuntimeException closed) {
                // the test is over
            }
        });
        return new Watching(http, reader, lines);
    }

    record Watching(HttpClient http, Thread reader, List<String> lines) implements AutoCloseable {

        List<String> statuses() {
            return lines.stream().filter(line -> line.startsWith("data:")).toList();
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }
}
