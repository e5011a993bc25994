package ai.whatsflow.billing.support;

import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What people do at billing's counter, over HTTP. */
public final class Shop {

    public static final Map<String, String> PAYER = Map.of(
            "firstName", "Nimal",
            "lastName", "Perera",
            "email", "nimal@example.lk",
            "phone", "+94771234567",
            "address", "1 Galle Road",
            "city", "Colombo",
            "country", "Sri Lanka");

    private final ApiClient api;
    private final TestTokens tokens;
    private final TestAccounts accounts;
    private final TestEvents events;
    private final JdbcClient jdbc;

    Shop(ApiClient api, TestTokens tokens, TestAccounts accounts, TestEvents events, JdbcClient jdbc) {
        this.api = api;
        this.tokens = tokens;
        this.accounts = accounts;
        this.events = events;
        this.jdbc = jdbc;
    }

    public static Map<String, Object> money(String amount) {
        return Map.of("amount", amount, "currency", "LKR");
    }

    public static Map<String, Object> packageOf(String name, String monthly) {
        Map<String, Object> request = new HashMap<>();
        request.put("name", name);
        request.put("monthlyPrice", money(monthly));
        request.put(
                "limits",
                Map.of("devices", 2, "contacts", 10_000, "messages", 20_000, "aiReplies", 500, "broadcasts", 50));
        request.put("features", Map.of("apiAccess", true, "scheduledMessages", true));
        request.put("visibility", "PUBLIC");
        return request;
    }

    public String packageAt(String monthly) {
        return api.post("/api/v1/packages", tokens.user(accounts.owner()), packageOf("Business", monthly))
                .expect(201)
                .at("/packageId");
    }

    public static Map<String, Object> order(String packageId, String method) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("packageId", packageId);
        order.put("cycle", "MONTHLY");
        order.put("method", method);
        if (method.equals("GATEWAY")) {
            order.put("payer", PAYER);
        }
        return order;
    }

    public ApiResponse buy(Party buyer, Map<String, Object> order) {
        return buy(buyer, order, UUID.randomUUID().toString());
    }

    public ApiResponse buy(Party buyer, Map<String, Object> order, String key) {
        return api.post("/api/v1/purchases", tokens.user(buyer), order, "Idempotency-Key", key);
    }

    public ApiResponse recharge(Party payer, String amount, String method) {
        Map<String, Object> request = new LinkedHashMap<>(Map.of("amount", money(amount), "method", method));
        if (method.equals("GATEWAY")) {
            request.put("payer", PAYER);
        }
        return api.post(
                "/api/v1/wallet/recharges",
                tokens.user(payer),
                request,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    public ApiResponse confirm(Party by, String paymentId) {
        return api.post(
                "/api/v1/payments/" + paymentId + "/confirm",
                tokens.user(by),
                Map.of("reference", "receipt 4711"),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    /** Money in the wallet, confirmed by the owner. */
    public void fill(Party party, String amount) {
        confirm(accounts.owner(), recharge(party, amount, "CASH").expect(201).at("/paymentId"))
                .expect(200);
    }

    /** Granted credit in the wallet, by a redeemed voucher. */
    public void grant(Party party, String amount) {
        UUID redemption = UUID.randomUUID();
        events.publish(
                "voucher.redemption",
                redemption.toString(),
                "voucher.redemption.redeemed.v1",
                redemption(redemption, party, amount));
        Await.until("the voucher is in the ledger", () -> isBooked("VOUCHER_REDEMPTION", redemption));
    }

    public static Map<String, Object> redemption(UUID redemption, Party party, String amount) {
        return Map.of(
                "redemptionId", redemption,
                "voucherId", UUID.randomUUID(),
                "batchId", UUID.randomUUID(),
                "type", "CREDIT",
                "accountId", party.accountId(),
                "value", money(amount),
                "redeemedAt", "2026-11-21T10:20:00Z");
    }

    public boolean isBooked(String kind, UUID reference) {
        return jdbc.sql("SELECT count(*) FROM ledger_entries WHERE kind = ? AND reference = ?")
                        .params(kind, reference)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    public JsonNode wallet(Party party) {
        return api.get("/api/v1/wallet", tokens.user(party)).expect(200).json();
    }

    /** Available, held and granted, for assertions at a glance. */
    public String walletOf(Party party) {
        JsonNode wallet = wallet(party);
        return "%s available, %s held, %s granted"
                .formatted(
                        wallet.at("/available/amount").asString(),
                        wallet.at("/held/amount").asString(),
                        wallet.at("/granted/amount").asString());
    }

    public ApiResponse purchase(Party party, String purchaseId) {
        return api.get("/api/v1/purchases/" + purchaseId, tokens.user(party)).expect(200);
    }

    public ApiResponse payment(Party party, String paymentId) {
        return api.get("/api/v1/payments/" + paymentId, tokens.user(party)).expect(200);
    }

    public ApiResponse invoice(Party party, String invoiceId) {
        return api.get("/api/v1/invoices/" + invoiceId, tokens.user(party)).expect(200);
    }

    public ApiResponse subscription(Party party) {
        return api.get("/api/v1/subscription", tokens.user(party));
    }

    public void awaitTrial(Party party) {
        Await.until("the trial starts", () -> subscription(party).status() == 200);
    }

    /** The checkout form of a purchase or recharge. */
    public static Map<String, String> form(ApiResponse started) {
        Map<String, String> form = new LinkedHashMap<>();
        started.json()
                .at("/checkout/fields")
                .properties()
                .forEach(field -> form.put(field.getKey(), field.getValue().asString()));
        return form;
    }

    /** What a ledger account stands at; owner null is the house. */
    public String balance(String code, Party owner) {
        return balance(code, owner.accountId());
    }

    public String balance(String code) {
        return balance(code, new UUID(0, 0));
    }

    private String balance(String code, UUID owner) {
        long minor = jdbc.sql(
                        "SELECT balance FROM ledger_accounts WHERE code = ? AND owner_id = ? AND currency = 'LKR'")
                .params(code, owner)
                .query(Long.class)
                .optional()
                .orElse(0L);
        return java.math.BigDecimal.valueOf(minor, 2).toPlainString();
    }

    /** The books agree with themselves: balances with postings, and everything with zero. */
    public void assertBooksBalance() {
        long drifted = jdbc.sql("""
                        SELECT count(*) FROM ledger_accounts a WHERE a.balance <>
                          (SELECT coalesce(sum(p.amount), 0) FROM ledger_postings p
                           WHERE p.ledger_account_id = a.ledger_account_id)
                        """).query(Long.class).single();
        JsonNode trial = api.get("/api/v1/ledger/trial-balance?currency=LKR", tokens.user(accounts.owner()))
                .expect(200)
                .json();
        if (drifted != 0 || !trial.at("/total/amount").asString().equals("0.00")) {
            throw new AssertionError("the books don't balance: " + drifted + " drifted, " + trial);
        }
    }
}
