package ai.whatsflow.demo;

import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

final class AccrueCommission implements Step {

    @Override
    public String title() {
        return "The sub-dealer's commission accrues on the part that was paid in money";
    }

    @Override
    public Map<String, String> expected() {
        return Map.of(
                "30600.00 − 5000.00 by voucher =", "25600.00 LKR",
                "at the rate of", "10.00",
                "25600.00 × 10 % =", "2560.00 LKR",
                "accruals", "1",
                "status", "PAYABLE");
    }

    @Override
    public Facts perform(Story story) {
        Session dealer = story.person("dealer");
        JsonNode items = Waiting.forValue("the commission", Duration.ofSeconds(20), () -> {
            JsonNode found =
                    dealer.get("/api/v1/commissions").expect(200).json().path("items");
            return found.path(0).path("status").asString("").equals("PAYABLE") ? found : null;
        });
        JsonNode commission = items.path(0);
        return new Facts()
                .note("commission", commission.path("commissionId").asString())
                .saw("30600.00 − 5000.00 by voucher =", Story.amount(commission.path("base")))
                .saw("at the rate of", commission.path("rate").asString())
                .saw("25600.00 × 10 % =", Story.amount(commission.path("amount")))
                .saw("accruals", items.size())
                .saw("status", commission.path("status").asString());
    }
}
