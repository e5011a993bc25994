package ai.whatsflow.demo;

import java.util.Map;
import tools.jackson.databind.JsonNode;

final class OpenTheShop implements Step {

    @Override
    public String title() {
        return "The owner creates a package and a sub-dealer on 10 %";
    }

    @Override
    public Map<String, String> expected() {
        return Map.of(
                "monthly price", "3000.00 LKR",
                "annual price = 12 × monthly − 15 %", "30600.00 LKR",
                "package version", "1",
                "sub-dealer's rate", "10.00");
    }

    @Override
    public Facts perform(Story story) {
        JsonNode sold = story.owner
                .post(
                        "/api/v1/packages",
                        Map.of(
                                "name",
                                "Business " + story.run,
                                "description",
                                "5,000 messages a month on two devices",
                                "monthlyPrice",
                                Story.money("3000.00"),
                                "limits",
                                Map.of(
                                        "devices", 2,
                                        "contacts", 10_000,
                                        "messages", 5_000,
                                        "aiReplies", 100,
                                        "broadcasts", 10),
                                "features",
                                Map.of(
                                        "apiAccess", true,
                                        "scheduledMessages", true,
                                        "groupManagement", true,
                                        "analytics", true),
                                "visibility",
                                "PUBLIC"))
                .expect(201)
                .json();
        story.remember("package", sold.path("packageId").asString());
        JsonNode dealer = story.owner
                .post(
                        "/api/v1/accounts",
                        Map.of("tier", "SUBDEALER", "name", "Dealer " + story.run, "email", story.email("dealer")))
                .expect(201)
                .json();
        String dealerId = dealer.path("accountId").asString();
        story.remember("dealer", dealerId);
        story.letIn("dealer");
        // payout-service hears of the new account from identity's event.
        Waiting.until(
                "payout knows the sub-dealer",
                java.time.Duration.ofSeconds(15),
                () -> story.owner
                                .put(
                                        "/api/v1/commission-plans/" + dealerId,
                                        Map.of("rate", "10.00", "refundWindowDays", 0))
                                .status()
                        == 200);
        JsonNode plan = story.owner
                .get("/api/v1/commission-plans/" + dealerId)
                .expect(200)
                .json();
        return new Facts()
                .note("package", story.id("package"))
                .note("sub-dealer", dealerId)
                .saw("monthly price", Story.amount(sold.path("monthlyPrice")))
                .saw("annual price = 12 × monthly − 15 %", Story.amount(sold.path("annualPrice")))
                .saw("package version", sold.path("version").asString())
                .saw("sub-dealer's rate", plan.path("rate").asString());
    }
}
