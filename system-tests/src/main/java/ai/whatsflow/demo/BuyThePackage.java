package ai.whatsflow.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

final class BuyThePackage implements Step {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Override
    public String title() {
        return "The customer redeems a voucher and buys a year: part wallet, part PayHere, notified three times at once";
    }

    @Override
    public Map<String, String> expected() {
        Map<String, String> expected = new HashMap<>();
        expected.put("wallet after the voucher", "5000.00 LKR");
        expected.put("invoice total", "30600.00 LKR");
        expected.put("from the wallet", "5000.00 LKR");
        expected.put("by PayHere", "25600.00 LKR");
        expected.put("held while the checkout is open", "5000.00 LKR");
        expected.put("notifications sent", "3");
        expected.put("payments that counted", "1");
        expected.put("captured by PayHere for this order", "25600.00 LKR");
        expected.put("purchase", "PAID");
        expected.put("subscription", "ACTIVE");
        expected.put("wallet after settlement", "0.00 LKR");
        expected.put("held after settlement", "0.00 LKR");
        expected.put("messages a month", "5000");
        return expected;
    }

    @Override
    public Facts perform(Story story) {
        Session customer = story.person("customer");
        redeem(story, customer);
        JsonNode wallet = customer.get("/api/v1/wallet").expect(200).json();
        JsonNode purchase = customer.post(
                        "/api/v1/purchases",
                        Map.of(
                                "packageId", story.id("package"),
                                "cycle", "ANNUAL",
                                "method", "GATEWAY",
                                "walletAmount", Story.money("5000.00"),
                                "payer",
                                        Map.of(
                                                "firstName", "Nimali",
                                                "lastName", "Perera",
                                                "email", story.email("customer"),
                                                "phone", "+94771234567",
                                                "address", "1 Galle Road",
                                                "city", "Colombo",
                                                "country", "Sri Lanka")))
                .expect(201)
                .json();
        String purchaseId = purchase.path("purchaseId").asString();
        story.remember("invoice", purchase.path("invoiceId").asString());
        String held =
                Story.amount(customer.get("/api/v1/wallet").expect(200).json().path("held"));
        Map<String, String> form = new HashMap<>();
        purchase.path("checkout")
                .path("fields")
                .properties()
                .forEach(field -> form.put(field.getKey(), field.getValue().asString()));
        String orderId = String.valueOf(form.get("order_id"));
        story.http
                .postForm(purchase.path("checkout").path("url").asString(), form)
                .expect(200);
        JsonNode paid = story.http
                .post(
                        story.place.payHere() + "/simulator/v1/orders/" + orderId + "/pay",
                        Map.of("notify", 3, "concurrently", true, "tamperPaymentIdOnOne", true))
                .expect(200)
                .json();
        Waiting.until(
                "the purchase is paid",
                SOON,
                () -> customer.get("/api/v1/purchases/" + purchaseId)
                        .at("/status")
                        .equals("PAID"));
        Waiting.until(
                "messaging knows the package",
                SOON,
                () -> customer.get("/api/v1/message-quota").at("/limit").equals("5000"));
        JsonNode after = customer.get("/api/v1/wallet").expect(200).json();
        JsonNode order = story.http
                .get(story.place.payHere() + "/simulator/v1/orders/" + orderId)
                .expect(200)
                .json();
        return new Facts()
                .note("purchase", purchaseId)
                .note("PayHere order", orderId)
                .saw("wallet after the voucher", Story.amount(wallet.path("available")))
                .saw("invoice total", Story.amount(purchase.path("total")))
                .saw("from the wallet", Story.amount(purchase.path("walletPart")))
                .saw("by PayHere", Story.amount(purchase.path("moneyPart")))
                .saw("held while the checkout is open", held)
                .saw("notifications sent", paid.path("notifications").size())
                .saw("payments that counted", successes(customer))
                .saw(
                        "captured by PayHere for this order",
                        order.path("amount").asString() + " "
                                + order.path("currency").asString())
                .saw("purchase", customer.get("/api/v1/purchases/" + purchaseId).at("/status"))
                .saw(
                        "subscription",
                        customer.get("/api/v1/subscription").expect(200).at("/status"))
                .saw("wallet after settlement", Story.amount(after.path("available")))
                .saw("held after settlement", Story.amount(after.path("held")))
                .saw("messages a month", customer.get("/api/v1/message-quota").at("/limit"));
    }

    private static void redeem(Story story, Session customer) {
        String batch = story.owner
                .post("/api/v1/voucher-batches", Map.of("type", "CREDIT", "count", 3, "value", Story.money("5000.00")))
                .expect(202)
                .at("/batchId");
        Waiting.until(
                "the vouchers are made",
                SOON,
                () -> story.owner
                        .get("/api/v1/voucher-batches/" + batch)
                        .at("/status")
                        .equals("READY"));
        List<String> lines = story.owner
                .get("/api/v1/voucher-batches/" + batch + "/codes")
                .expect(200)
                .text()
                .lines()
                .toList();
        String code = lines.get(1).split(",")[0].replace("\"", "");
        customer.post("/api/v1/redemptions", Map.of("code", code)).expect(201);
        Waiting.until(
                "the wallet is credited",
                SOON,
                () -> customer.get("/api/v1/wallet").at("/available/amount").equals("5000.00"));
    }

    private static long successes(Session customer) {
        return customer.get("/api/v1/payments?status=SUCCESS&method=GATEWAY")
                .expect(200)
                .json()
                .path("items")
                .size();
    }
}
