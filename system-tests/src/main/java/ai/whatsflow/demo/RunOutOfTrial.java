package ai.whatsflow.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

final class RunOutOfTrial implements Step {

    @Override
    public String title() {
        return "A trial customer signs up by itself and runs out at message 101";
    }

    @Override
    public Map<String, String> expected() {
        return Map.of(
                "trial messages", "100",
                "accepted", "100",
                "message 101", "402 quota-exhausted",
                "left", "0");
    }

    @Override
    public Facts perform(Story story) {
        story.http
                .post(
                        story.place.gateway() + "/api/v1/sign-ups",
                        Map.of("name", "Trial " + story.run, "email", story.email("trial")))
                .expect(201);
        Session trial = story.letIn("trial");
        Waiting.until(
                "the trial's entitlement",
                Duration.ofSeconds(15),
                () -> trial.get("/api/v1/message-quota").status() == 200);
        String device = Waiting.forValue("the trial's device", Duration.ofSeconds(15), () -> {
            Answer made = trial.post("/api/v1/instances", Map.of("name", "Trial phone", "engine", "simulated"));
            return made.status() == 201 ? made.at("/instanceId") : null;
        });
        story.remember("trial's device", device);
        String quota = trial.get("/api/v1/message-quota").expect(200).at("/limit");
        List<String> recipients = IntStream.range(0, 99).mapToObj(story::phone).toList();
        Answer batch = Waiting.forValue("messaging knows the device", Duration.ofSeconds(15), () -> {
            Answer sent = trial.post(
                    "/api/v1/message-batches",
                    Map.of("instanceIds", List.of(device), "text", "Ninety-nine at once", "recipients", recipients));
            return sent.status() == 404 ? null : sent.expect(202);
        });
        trial.post("/api/v1/messages", Map.of("instanceId", device, "to", story.phone(99), "text", "The hundredth"))
                .expect(202);
        Answer refused = trial.post(
                "/api/v1/messages", Map.of("instanceId", device, "to", story.phone(100), "text", "One too many"));
        return new Facts()
                .note("says", refused.at("/detail"))
                .saw("trial messages", quota)
                .saw("accepted", Integer.parseInt(batch.at("/queued")) + 1)
                .saw("message 101", refused.status() + " " + refused.problem())
                .saw("left", trial.get("/api/v1/message-quota").expect(200).at("/remaining"));
    }
}
