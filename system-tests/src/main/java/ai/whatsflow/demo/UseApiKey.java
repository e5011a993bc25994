package ai.whatsflow.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

final class UseApiKey implements Step {

    @Override
    public String title() {
        return "An API key sends a message through the gateway, is revoked, and is refused within a second";
    }

    @Override
    public Map<String, String> expected() {
        return Map.of(
                "with the key", "202",
                "outside its scope", "403 forbidden",
                "after it was revoked", "401",
                "refused within a second", "true");
    }

    @Override
    public Facts perform(Story story) {
        Session customer = story.person("customer");
        JsonNode issued = customer.post(
                        "/api/v1/api-keys", Map.of("name", "Demo " + story.run, "scopes", List.of("messages:create")))
                .expect(201)
                .json();
        Session key = Session.apiKey(story.place, story.http, issued.path("key").asString());
        Answer sent = send(story, key);
        Answer outside = key.get("/api/v1/contacts");
        String id = issued.path("apiKeyId").asString();
        customer.delete("/api/v1/api-keys/" + id).expect(204);
        long revoked = System.nanoTime();
        Answer refused = Waiting.forValue("the key is refused", Duration.ofSeconds(10), () -> {
            Answer tried = key.get("/api/v1/messages?limit=1");
            return tried.status() == 401 ? tried : null;
        });
        long millis = (System.nanoTime() - revoked) / 1_000_000;
        return new Facts()
                .note("API key", id)
                .note("refused after", millis + " ms")
                .saw("with the key", sent.status())
                .saw("outside its scope", outside.status() + " " + outside.problem())
                .saw("after it was revoked", refused.status())
                .saw("refused within a second", millis < 1_000);
    }

    private static Answer send(Story story, Session key) {
        return key.post(
                "/api/v1/messages",
                Map.of("instanceId", story.id("first device"), "to", story.phone(0), "text", "By API key"));
    }
}
