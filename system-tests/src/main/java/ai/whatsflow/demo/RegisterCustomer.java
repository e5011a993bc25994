package ai.whatsflow.demo;

import java.util.Map;
import tools.jackson.databind.JsonNode;

final class RegisterCustomer implements Step {

    @Override
    public String title() {
        return "The sub-dealer registers a customer, who sets a password by the mailed link and signs in";
    }

    @Override
    public Map<String, String> expected() {
        return Map.of(
                "the customer's tier", "CUSTOMER",
                "accounts on its path", "3",
                "it hangs below the sub-dealer", "true");
    }

    @Override
    public Facts perform(Story story) {
        String customerId = story.person("dealer")
                .post(
                        "/api/v1/accounts",
                        Map.of("tier", "CUSTOMER", "name", "Customer " + story.run, "email", story.email("customer")))
                .expect(201)
                .at("/accountId");
        story.remember("customer", customerId);
        story.letIn("customer");
        JsonNode me = story.person("customer").get("/api/v1/me").expect(200).json();
        JsonNode path = story.owner
                .get("/api/v1/accounts/" + customerId)
                .expect(200)
                .json()
                .path("path");
        return new Facts()
                .note("customer", customerId)
                .saw("the customer's tier", me.path("tier").asString())
                .saw("accounts on its path", path.size())
                .saw("it hangs below the sub-dealer", path.path(1).asString().equals(story.id("dealer")));
    }
}
