package ai.whatsflow.demo;

import java.util.Map;

final class LinkDevices implements Step {

    @Override
    public String title() {
        return "Two devices are linked by QR code";
    }

    @Override
    public Map<String, String> expected() {
        return Map.of(
                "first device", "ONLINE",
                "second device", "ONLINE",
                "a third", "402 device-limit-reached",
                "the engine says it is simulated", "true");
    }

    @Override
    public Facts perform(Story story) {
        Session customer = story.person("customer");
        String first = story.linkDevice(customer, "Shop", story.devicePhone(1));
        String second = story.linkDevice(customer, "Support", story.devicePhone(2));
        story.remember("first device", first);
        story.remember("second device", second);
        Answer third = customer.post("/api/v1/instances", Map.of("name", "Third", "engine", "simulated"));
        Answer view = customer.get("/api/v1/instances/" + first).expect(200);
        return new Facts()
                .note("first device", first + " as " + story.devicePhone(1))
                .note("second device", second + " as " + story.devicePhone(2))
                .saw("first device", Story.state(customer, first))
                .saw("second device", Story.state(customer, second))
                .saw("a third", third.status() + " " + third.problem())
                .saw("the engine says it is simulated", view.at("/simulated"));
    }
}
