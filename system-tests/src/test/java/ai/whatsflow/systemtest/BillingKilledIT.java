package ai.whatsflow.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.demo.ToldStory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** billing-service is killed at random moments around a payment's notification; the payment settles once. */
@Order(6)
class BillingKilledIT {

    private static final int ROUNDS = 3;

    @Test
    void settlesEachPaymentOnceHoweverItIsKilled() throws Exception {
        RunningPlatform platform = RunningPlatform.get();
        ToldStory story = platform.story();
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("BillingKilledIT: -Dseed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            JsonNode purchase = checkout(story);
            String order = purchase.at("/checkout/fields/order_id").asString();
            CompletableFuture<Void> paying = CompletableFuture.runAsync(() -> pay(story, order));
            TimeUnit.MILLISECONDS.sleep(random.nextInt(250));
            platform.kill("billing-service");
            paying.join();
            platform.start("billing-service");
            // A provider repeats what was not answered.
            pay(story, order);
            String path = "/api/v1/purchases/" + purchase.path("purchaseId").asString();
            RunningPlatform.await(
                    "purchase of round " + round + " is paid",
                    Duration.ofSeconds(60),
                    () -> story.get("trial", path).at("/status").equals("PAID"));
        }
        JsonNode payments = story.get("trial", "/api/v1/payments?status=SUCCESS&method=GATEWAY")
                .json()
                .path("items");
        assertThat(payments.size()).as("settled payments, seed " + seed).isEqualTo(ROUNDS);
        JsonNode ledger =
                story.get("owner", "/api/v1/ledger/trial-balance?currency=LKR").json();
        String captured = story.http()
                .get(platform.environment().get("WHATSFLOW_PAYHERE_SIMULATOR_URL")
                        + "/simulator/v1/totals?currency=LKR")
                .at("/captured");
        assertThat(clearing(ledger)).as("PayHere clearing, seed " + seed).isEqualTo(captured);
        assertThat(ledger.at("/total/amount").asString(ledger.path("total").asString("")))
                .isEqualTo("0.00");
    }

    private static JsonNode checkout(ToldStory story) {
        JsonNode purchase = story.post(
                        "trial",
                        "/api/v1/purchases",
                        Map.of(
                                "packageId",
                                story.id("package"),
                                "cycle",
                                "MONTHLY",
                                "method",
                                "GATEWAY",
                                "payer",
                                Map.of(
                                        "firstName",
                                        "Kamal",
                                        "lastName",
                                        "Silva",
                                        "email",
                                        story.email("trial"),
                                        "phone",
                                        "+94771234567",
                                        "address",
                                        "2 Galle Road",
                                        "city",
                                        "Colombo",
                                        "country",
                                        "Sri Lanka")))
                .expect(201)
                .json();
        Map<String, String> form = new HashMap<>();
        purchase.at("/checkout/fields")
                .properties()
                .forEach(field -> form.put(field.getKey(), field.getValue().asString()));
        story.http().postForm(purchase.at("/checkout/url").asString(), form).expect(200);
        return purchase;
    }

    private static void pay(ToldStory story, String order) {
        story.http()
                .post(
                        story.place().payHere() + "/simulator/v1/orders/" + order + "/pay",
                        Map.of("notify", 2, "concurrently", true))
                .expect(200);
    }

    private static String clearing(JsonNode ledger) {
        for (JsonNode account : ledger.path("accounts")) {
            if (account.path("code").asString().equals("PAYHERE_CLEARING")) {
                return account.at("/balance/amount").asString();
            }
        }
        return "";
    }
}
