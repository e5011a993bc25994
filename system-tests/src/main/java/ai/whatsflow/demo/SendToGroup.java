package ai.whatsflow.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

final class SendToGroup implements Step {

    static final int RECIPIENTS = 2_000;

    @Override
    public String title() {
        return "2,000 contacts go into a group, and 2,000 messages go out in one call";
    }

    @Override
    public Map<String, String> expected() {
        return Map.of(
                "contacts made", "2000",
                "recipients of the batch", "2000",
                "messages used of the month", "2000");
    }

    @Override
    public Facts perform(Story story) {
        Session customer = story.person("customer");
        String group = customer.post("/api/v1/contact-groups", Map.of("name", "Everybody " + story.run))
                .expect(201)
                .at("/groupId");
        List<Map<String, String>> contacts = new ArrayList<>();
        for (int i = 0; i < RECIPIENTS; i++) {
            contacts.add(Map.of("phone", story.phone(i), "name", "Contact " + i));
        }
        JsonNode added = customer.post("/api/v1/contacts/bulk", Map.of("contacts", contacts, "groupId", group))
                .expect(200)
                .json();
        JsonNode contact = customer.get("/api/v1/contacts?limit=1")
                .expect(200)
                .json()
                .path("items")
                .path(0);
        story.remember("contact", contact.path("contactId").asString());
        story.watch(StatusWatch.open(story, customer));
        AtomicLong accepted = new AtomicLong();
        // messaging-service hears of a new device from its event, a moment after the device is there.
        JsonNode batch = Waiting.forValue("messaging knows both devices", Duration.ofSeconds(15), () -> {
            long start = System.nanoTime();
            Answer sent = customer.post(
                    "/api/v1/message-batches",
                    Map.of(
                            "instanceIds",
                            List.of(story.id("first device"), story.id("second device")),
                            "text",
                            "Hello from the demo",
                            "groupId",
                            group));
            accepted.set((System.nanoTime() - start) / 1_000_000);
            return sent.problem().equals("instance-unknown")
                    ? null
                    : sent.expect(202).json();
        });
        story.remember("batch", batch.path("batchId").asString());
        JsonNode queued = Waiting.forValue("the batch is queued", Duration.ofSeconds(30), () -> {
            JsonNode now = customer.get("/api/v1/message-batches/" + story.id("batch"))
                    .expect(200)
                    .json();
            return now.path("queued").asInt() == RECIPIENTS ? now : null;
        });
        return new Facts()
                .note("batch", story.id("batch"))
                .note("accepted within", accepted + " ms")
                .saw("contacts made", added.path("created").asString())
                .saw("recipients of the batch", queued.path("requested").asString())
                .saw(
                        "messages used of the month",
                        customer.get("/api/v1/message-quota").expect(200).at("/used"));
    }
}
