package ai.whatsflow.fault.invariant;

import ai.whatsflow.demo.Http;
import ai.whatsflow.fault.load.Market;
import ai.whatsflow.fault.load.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What invariants are judged by.
 *
 * @param baseline what was so before the first fault
 * @param excused names of nodes that could not close their sockets in time: frozen ones, and those cut off from WhatsApp
 */
public record Evidence(
        Databases databases,
        Topics topics,
        Market market,
        Tally tally,
        Baseline baseline,
        StatusWatch watch,
        Set<String> excused) {

    /** A message as WhatsApp saw it. */
    record Delivery(
            String sender,
            String recipient,
            String whatsappId,
            String text,
            String client,
            String acceptedAt,
            boolean delivered,
            boolean read) {}

    List<Delivery> deliveriesOf(String phone) {
        List<Delivery> deliveries = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = simulator("/messages?limit=10000&sender=" + Http.encode(phone)
                    + (cursor.isEmpty() ? "" : "&cursor=" + Http.encode(cursor)));
            for (JsonNode item : page.path("items")) {
                deliveries.add(new Delivery(
                        phone,
                        item.path("recipient").asString(),
                        item.path("whatsappId").asString(),
                        item.path("text").asString(),
                        item.path("client").asString(),
                        item.path("acceptedAt").asString(),
                        !item.path("deliveredAt").asString("").isEmpty(),
                        !item.path("readAt").asString("").isEmpty()));
            }
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        return deliveries;
    }

    JsonNode countsOf(String phone) {
        return simulator("/counts?sender=" + Http.encode(phone));
    }

    /** Minor units that PayHere's simulator has captured in all. */
    long captured() {
        String captured = market.story()
                .http()
                .get(market.story().place().payHere() + "/simulator/v1/totals?currency=LKR")
                .expect(200)
                .at("/captured");
        return new java.math.BigDecimal(captured).movePointRight(2).longValueExact();
    }

    private JsonNode simulator(String path) {
        return market.story()
                .http()
                .get(market.story().place().simulator() + "/simulator/v1" + path)
                .expect(200)
                .json();
    }
}
