package ai.whatsflow.demo;

import java.util.Map;

final class KeepTenantsApart implements Step {

    @Override
    public String title() {
        return "Another customer asks for the first one's things and finds nothing";
    }

    @Override
    public Map<String, String> expected() {
        return Map.of(
                "its message", "404",
                "its device", "404",
                "its invoice", "404",
                "its contact", "404",
                "the same message, asked by its owner", "200");
    }

    @Override
    public Facts perform(Story story) {
        Session stranger = story.person("trial");
        Session customer = story.person("customer");
        String message = customer.get("/api/v1/messages?limit=1").expect(200).at("/items/0/messageId");
        return new Facts()
                .saw("its message", stranger.get("/api/v1/messages/" + message).status())
                .saw(
                        "its device",
                        stranger.get("/api/v1/instances/" + story.id("first device"))
                                .status())
                .saw(
                        "its invoice",
                        stranger.get("/api/v1/invoices/" + story.id("invoice")).status())
                .saw(
                        "its contact",
                        stranger.get("/api/v1/contacts/" + story.id("contact")).status())
                .saw(
                        "the same message, asked by its owner",
                        customer.get("/api/v1/messages/" + message).status());
    }
}
