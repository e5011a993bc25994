package ai.whatsflow.billing;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.billing.support.BillingIT;
import ai.whatsflow.billing.support.Shop;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who gets in, and what bad input is answered. */
@BillingIT
class AccessIT {

    private static final String SOME_ID = "0199f3a0-1111-7000-8000-0000000000ff";
    private static final List<String> READS = List.of(
            "/api/v1/packages",
            "/api/v1/packages/" + SOME_ID,
            "/api/v1/purchases/" + SOME_ID,
            "/api/v1/payments",
            "/api/v1/payments/" + SOME_ID,
            "/api/v1/wallet",
            "/api/v1/subscription",
            "/api/v1/invoices",
            "/api/v1/invoices/" + SOME_ID,
            "/api/v1/ledger/trial-balance",
            "/api/v1/credit-limits/" + SOME_ID);
    private static final List<String> WRITES = List.of(
            "/api/v1/packages",
            "/api/v1/purchases",
            "/api/v1/wallet/recharges",
            "/api/v1/payments/" + SOME_ID + "/confirm");

    @Autowired
    private Shop shop;

    @Autowired
    private ApiClient api;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TestTokens tokens;

    @Test
    void nobodyGetsInWithoutAValidToken() {
        Party owner = accounts.owner();
        for (String path : READS) {
            api.get(path, null).expectProblem(401, "unauthenticated");
            api.get(path, tokens.forged(owner)).expectProblem(401, "unauthenticated");
        }
        for (String path : WRITES) {
            api.post(path, null, Map.of()).expectProblem(401, "unauthenticated");
            api.post(path, tokens.expired(owner), Map.of()).expectProblem(401, "unauthenticated");
            api.post(path, tokens.forAnotherAudience(owner), Map.of()).expectProblem(401, "unauthenticated");
        }
        api.get("/api/v1/public/packages", null).expect(200);
    }

    @Test
    void servicesHaveNoBusinessHere() {
        api.get("/api/v1/wallet", tokens.service("messaging-service")).expectProblem(403, "forbidden");
    }

    @Test
    void rolesWithoutThePermissionAreRefused() {
        Party customer = accounts.customer();
        Party support = accounts.employee("SUPPORT_ADMIN");
        Party reader = accounts.employee("READ_ONLY");

        api.get("/api/v1/ledger/trial-balance", tokens.user(customer)).expectProblem(403, "forbidden");
        api.get("/api/v1/ledger/trial-balance", tokens.user(support)).expectProblem(403, "forbidden");
        api.get("/api/v1/ledger/trial-balance", tokens.user(accounts.employee("FINANCE_ADMIN")))
                .expect(200);
        shop.recharge(reader, "1.00", "CASH").expectProblem(403, "forbidden");
        api.post("/api/v1/packages", tokens.user(customer), Shop.packageOf("x", "1.00"))
                .expectProblem(403, "forbidden");
        String keyToken = tokens.apiKey(customer, UUID.randomUUID(), "messages:create");
        api.get("/api/v1/wallet", keyToken).expectProblem(403, "forbidden");
    }

    @Test
    void aStrangersThingIsNotThere() {
        Party customer = accounts.customer();
        ApiResponse mine =
                shop.buy(customer, Shop.order(shop.packageAt("10.00"), "CASH")).expect(201);
        Party stranger = accounts.customer();

        for (String path : List.of(
                "/api/v1/purchases/" + mine.at("/purchaseId"),
                "/api/v1/payments/" + mine.at("/paymentId"),
                "/api/v1/invoices/" + mine.at("/invoiceId"))) {
            api.get(path, tokens.user(stranger)).expectProblem(404, "not-found");
            api.get(path, tokens.user(customer)).expect(200);
            api.get(path, tokens.user(accounts.owner())).expect(200);
        }
        for (String path : List.of("/api/v1/purchases/", "/api/v1/payments/", "/api/v1/invoices/")) {
            api.get(path + SOME_ID, tokens.user(accounts.owner())).expectProblem(404, "not-found");
            api.get(path + "not-an-id", tokens.user(customer)).expectProblem(400, "unreadable");
        }
    }

    @Test
    void refusesBodiesThatAreUnreadableInvalidOrTooLarge() {
        String token = tokens.user(accounts.customer());
        String key = UUID.randomUUID().toString();

        api.post("/api/v1/purchases", token, "{", "Idempotency-Key", key).expectProblem(400, "unreadable");
        api.post("/api/v1/purchases", token, "{\"packageId\":\"x\"}", "Idempotency-Key", key)
                .expectProblem(400, "unreadable");
        ApiResponse invalid = api.post("/api/v1/purchases", token, "{}", "Idempotency-Key", key)
                .expectProblem(422, "invalid");
        assertThat(invalid.json().at("/errors").toString()).contains("/packageId", "/cycle", "/method");
        Map<String, Object> incomplete = Shop.order(SOME_ID, "GATEWAY");
        incomplete.put("payer", Map.of("firstName", "Nimal", "email", "not an address"));
        assertThat(api.post("/api/v1/purchases", token, incomplete, "Idempotency-Key", key)
                        .expectProblem(422, "invalid")
                        .json()
                        .at("/errors")
                        .toString())
                .contains("/payer/email", "/payer/city");
        String large = "{\"packageId\":\"" + "x".repeat(1_100_000) + "\"}";
        api.post("/api/v1/purchases", token, large, "Idempotency-Key", key).expectProblem(413, "too-large");
        api.send(
                        "POST",
                        "/api/v1/purchases",
                        token,
                        "a=b",
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Idempotency-Key",
                        key)
                .expectProblem(415, "unsupported-media-type");
        api.delete("/api/v1/wallet", token).expectProblem(405, "method-not-allowed");
    }

    @Test
    void rechargesAreChecked() {
        Party customer = accounts.customer();

        shop.recharge(customer, "0.00", "CASH").expectProblem(422, "invalid");
        shop.recharge(customer, "-5.00", "CASH").expectProblem(422, "invalid");
        shop.recharge(customer, "5.00", "WALLET").expectProblem(422, "invalid");
        shop.recharge(customer, "5.001", "CASH").expect(400);
        shop.recharge(accounts.owner(), "5.00", "CASH").expectProblem(422, "no-wallet");
        shop.recharge(accounts.customer("USD"), "5.00", "CASH").expectProblem(422, "currency-mismatch");
        assertThat(shop.walletOf(customer)).isEqualTo("0.00 available, 0.00 held, 0.00 granted");
    }

    @Test
    void describesItselfInOpenApi31() {
        ApiResponse document = api.get("/v3/api-docs", null).expect(200);

        assertThat(document.at("/openapi")).startsWith("3.1");
        assertThat(document.json().at("/paths").size()).isGreaterThanOrEqualTo(14);
        document.json()
                .at("/paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> assertThat(
                                        operation.getValue().at("/summary").asString(""))
                                .as(operation.getKey() + " " + path.getKey())
                                .isNotBlank()));
    }
}
