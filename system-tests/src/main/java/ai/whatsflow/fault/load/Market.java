package ai.whatsflow.fault.load;

import ai.whatsflow.demo.Answer;
import ai.whatsflow.demo.Session;
import ai.whatsflow.demo.Story;
import ai.whatsflow.demo.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import tools.jackson.databind.JsonNode;

/** Whom the load is about: a sub-dealer, customers who send on two devices each, and customers who buy. */
public final class Market {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int SENDERS = 2;
    private static final int BUYERS = 2;
    private static final int DEVICES = 2;
    private static final int VOUCHERS = 400;
    static final String VOUCHER_VALUE = "1000.00";

    /** A device and the number it sends from. */
    public record Device(String id, String phone) {}

    /** A customer of the sub-dealer; those who only buy have no devices. */
    public record Customer(String accountId, Session session, String email, List<Device> devices) {}

    private final Story story;
    private final String packageId;
    private final String dealerId;
    private final Session dealer;
    private final List<Customer> senders = new ArrayList<>();
    private final List<Customer> buyers = new ArrayList<>();
    private final Deque<String> voucherCodes;

    private Market(Story story) {
        this.story = story;
        packageId = sell(story);
        dealerId = register(story.owner(), "SUBDEALER", story.email("dealer"));
        dealer = story.letIn("dealer");
        Waiting.until(
                "payout knows the sub-dealer",
                SOON,
                () -> story.owner()
                                .put(
                                        "/api/v1/commission-plans/" + dealerId,
                                        Map.of("rate", "10.00", "refundWindowDays", 0))
                                .status()
                        == 200);
        voucherCodes = vouchers(story.owner());
    }

    /** Opens the shop and lets everybody in; takes a minute. */
    public static Market open(Story story) {
        Market market = new Market(story);
        Checkout checkout = new Checkout(market, new Insistence(new Tally()), new Moments());
        for (int i = 0; i < SENDERS; i++) {
            Customer customer = market.customer("sender" + i);
            checkout.buy(customer, false);
            Waiting.until(
                    "messaging knows the package of " + customer.email(),
                    SOON,
                    () -> customer.session()
                            .get("/api/v1/message-quota")
                            .at("/limit")
                            .equals("1000000"));
            for (int j = 0; j < DEVICES; j++) {
                String phone = story.devicePhone(i * DEVICES + j);
                customer.devices().add(new Device(story.linkDevice(customer.session(), "Device " + j, phone), phone));
            }
            market.senders.add(customer);
        }
        for (int i = 0; i < BUYERS; i++) {
            market.buyers.add(market.customer("buyer" + i));
        }
        return market;
    }

    public Story story() {
        return story;
    }

    public String dealerId() {
        return dealerId;
    }

    public List<Customer> senders() {
        return List.copyOf(senders);
    }

    public List<Customer> buyers() {
        return List.copyOf(buyers);
    }

    public List<Device> devices() {
        return senders.stream().flatMap(customer -> customer.devices().stream()).toList();
    }

    Session dealer() {
        return dealer;
    }

    String packageId() {
        return packageId;
    }

    Deque<String> voucherCodes() {
        return voucherCodes;
    }

    private Customer customer(String who) {
        String account = register(dealer, "CUSTOMER", story.email(who));
        return new Customer(account, story.letIn(who), story.email(who), new ArrayList<>());
    }

    private static String register(Session session, String tier, String email) {
        return Waiting.forValue("the account of " + email, SOON, () -> {
            Answer answer = session.post("/api/v1/accounts", Map.of("tier", tier, "name", email, "email", email));
            return answer.status() == 201 ? answer.at("/accountId") : null;
        });
    }

    private static String sell(Story story) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("name", "Chaos " + story.run());
        wanted.put("description", "For customers who send while everything breaks");
        wanted.put("monthlyPrice", Story.money("3000.00"));
        wanted.put(
                "limits",
                Map.of("devices", DEVICES, "contacts", 1_000, "messages", 1_000_000, "aiReplies", 1, "broadcasts", 1));
        wanted.put(
                "features",
                Map.of("apiAccess", true, "scheduledMessages", true, "groupManagement", true, "analytics", true));
        wanted.put("visibility", "PUBLIC");
        return story.owner().post("/api/v1/packages", wanted).expect(201).at("/packageId");
    }

    private static Deque<String> vouchers(Session owner) {
        String batch = owner.post(
                        "/api/v1/voucher-batches",
                        Map.of("type", "CREDIT", "count", VOUCHERS, "value", Story.money(VOUCHER_VALUE)))
                .expect(202)
                .at("/batchId");
        Waiting.until("the vouchers are made", SOON, () -> {
            JsonNode made = owner.get("/api/v1/voucher-batches/" + batch).json();
            return made.path("status").asString("").equals("READY");
        });
        Deque<String> codes = new ConcurrentLinkedDeque<>();
        owner.get("/api/v1/voucher-batches/" + batch + "/codes")
                .expect(200)
                .text()
                .lines()
                .skip(1)
                .forEach(line -> codes.add(line.split(",")[0].replace("\"", "")));
        return codes;
    }
}
