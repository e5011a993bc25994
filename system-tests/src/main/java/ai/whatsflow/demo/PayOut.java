package ai.whatsflow.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

final class PayOut implements Step {

    @Override
    public String title() {
        return "The sub-dealer requests its payout, the owner approves and pays it, and the ledger agrees";
    }

    @Override
    public Map<String, String> expected() {
        return Map.of(
                "requested", "2560.00 LKR",
                "approved by its requester", "403 forbidden",
                "payout", "PAID",
                "commission still payable to this sub-dealer", "0.00",
                "change of the bank account, by the ledger", "-2560.00",
                "sum of all postings", "0.00",
                "PayHere clearing − captured by the simulator", "0.00",
                "this customer's wallet, by the ledger", "0.00");
    }

    @Override
    public Facts perform(Story story) {
        Session dealer = story.person("dealer");
        String payout = dealer.post("/api/v1/payouts", Map.of("type", "BANK_TRANSFER"))
                .expect(201)
                .at("/payoutId");
        JsonNode requested = dealer.get("/api/v1/payouts/" + payout).expect(200).json();
        Answer byRequester = dealer.post("/api/v1/payouts/" + payout + "/approve", Map.of());
        Trial before = Trial.of(story);
        story.owner.post("/api/v1/payouts/" + payout + "/approve", Map.of()).expect(200);
        story.owner
                .post("/api/v1/payouts/" + payout + "/pay", Map.of("reference", "BANK-" + story.run))
                .expect(200);
        Trial ledger = Waiting.forValue("the ledger has posted the payout", Duration.ofSeconds(20), () -> {
            Trial trial = Trial.of(story);
            return trial.balance("COMMISSION_PAYABLE", story.id("dealer")).signum() == 0 ? trial : null;
        });
        return new Facts()
                .note("payout", payout)
                .note("captured by PayHere in all", captured(story).toPlainString() + " LKR")
                .saw("requested", Story.amount(requested.path("amount")))
                .saw("approved by its requester", byRequester.status() + " " + byRequester.problem())
                .saw("payout", dealer.get("/api/v1/payouts/" + payout).at("/status"))
                .saw(
                        "commission still payable to this sub-dealer",
                        ledger.balance("COMMISSION_PAYABLE", story.id("dealer")).toPlainString())
                .saw(
                        "change of the bank account, by the ledger",
                        ledger.balance("BANK", "")
                                .subtract(before.balance("BANK", ""))
                                .toPlainString())
                .saw("sum of all postings", ledger.total().toPlainString())
                .saw(
                        "PayHere clearing − captured by the simulator",
                        ledger.balance("PAYHERE_CLEARING", "")
                                .abs()
                                .subtract(captured(story))
                                .toPlainString())
                .saw(
                        "this customer's wallet, by the ledger",
                        ledger.wallet(story.id("customer")).toPlainString());
    }

    private static BigDecimal captured(Story story) {
        return new BigDecimal(story.http
                .get(story.place.payHere() + "/simulator/v1/totals?currency=LKR")
                .expect(200)
                .at("/captured"));
    }

    /** The ledger's balances at one moment. */
    private record Trial(JsonNode json) {

        static Trial of(Story story) {
            return new Trial(story.owner
                    .get("/api/v1/ledger/trial-balance?currency=LKR")
                    .expect(200)
                    .json());
        }

        BigDecimal balance(String code, String owner) {
            return sum(code::equals, owner);
        }

        /** Everything the ledger holds for a wallet: bought and given credit, free and set aside. */
        BigDecimal wallet(String owner) {
            return sum(code -> code.startsWith("WALLET_"), owner);
        }

        private BigDecimal sum(Predicate<String> codes, String owner) {
            BigDecimal sum = new BigDecimal("0.00");
            for (JsonNode account : json.path("accounts")) {
                if (codes.test(account.path("code").asString())
                        && account.path("ownerId").asString("").equals(owner)) {
                    sum = sum.add(amount(account.path("balance")));
                }
            }
            return sum;
        }

        BigDecimal total() {
            return amount(json.path("total"));
        }

        private static BigDecimal amount(JsonNode money) {
            return new BigDecimal(money.isObject() ? money.path("amount").asString() : money.asString());
        }
    }
}
