package ai.whatsflow.fault.load;

import ai.whatsflow.demo.Answer;
import ai.whatsflow.demo.Story;
import ai.whatsflow.fault.load.Market.Customer;
import ai.whatsflow.fault.plan.Moment;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A purchase through PayHere's checkout, paid and notified until it is settled. */
final class Checkout {

    private final Market market;
    private final Insistence insistence;
    private final Moments moments;

    Checkout(Market market, Insistence insistence, Moments moments) {
        this.market = market;
        this.insistence = insistence;
        this.moments = moments;
    }

    /** The purchase that was paid; none if it never was. */
    @Nullable
    String buy(Customer customer, boolean partlyFromWallet) {
        Answer made = insistence.post(customer.session(), "/api/v1/purchases", order(customer, partlyFromWallet));
        if (made == null) {
            return null;
        }
        JsonNode purchase = made.json();
        Map<String, String> form = new HashMap<>();
        purchase.at("/checkout/fields")
                .properties()
                .forEach(field -> form.put(field.getKey(), field.getValue().asString()));
        market.story()
                .http()
                .postForm(purchase.at("/checkout/url").asString(), form)
                .expect(200);
        return settled(customer, purchase.path("purchaseId").asString(), String.valueOf(form.get("order_id")));
    }

    /** A provider repeats its notification until somebody has taken it. */
    private @Nullable String settled(Customer customer, String purchaseId, String orderId) {
        return insistence.insist("settlement of purchase " + purchaseId, () -> {
            market.story()
                    .http()
                    .post(
                            market.story().place().payHere() + "/simulator/v1/orders/" + orderId + "/pay",
                            Map.of("notify", 2, "concurrently", true));
            moments.happened(Moment.PAYMENT_CAPTURED);
            String status =
                    customer.session().get("/api/v1/purchases/" + purchaseId).at("/status");
            return status.equals("PAID") ? purchaseId : null;
        });
    }

    private Map<String, Object> order(Customer customer, boolean partlyFromWallet) {
        Map<String, Object> order = new HashMap<>();
        order.put("packageId", market.packageId());
        order.put("cycle", "MONTHLY");
        order.put("method", "GATEWAY");
        if (partlyFromWallet) {
            order.put("walletAmount", Story.money(Market.VOUCHER_VALUE));
        }
        order.put(
                "payer",
                Map.of(
                        "firstName", "Kamal",
                        "lastName", "Silva",
                        "email", customer.email(),
                        "phone", "+94771234567",
                        "address", "2 Galle Road",
                        "city", "Colombo",
                        "country", "Sri Lanka"));
        return order;
    }
}
