package ai.whatsflow.payout.payout;

import static ai.whatsflow.payout.PayoutFixture.PAYOUTS;
import static ai.whatsflow.payout.PayoutFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.payout.PayoutFixture;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.PlatformIT;
import ai.whatsflow.platform.test.PublishedEvent;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A sub-dealer with payable commissions of 100.00 and 250.00. */
@PlatformIT
class PayoutIT {
    private static final Map<String, Object> CASH = Map.of("type", "CASH");
    private static final Map<String, Object> NONE = Map.of();
    private static final Map<String, Object> RECEIPT = Map.of("reference", "R-42");

    private final ApiClient api;
    private final TestTokens tokens;
    private final TestAccounts accounts;
    private final TestEvents events;
    private final PayoutFixture payouts;
    private final Party owner;
    private final Party dealer;
    private final Party customer;

    @Autowired
    PayoutIT(ApiClient api, TestTokens tokens, TestAccounts accounts, TestEvents events) {
        this.api = api;
        this.tokens = tokens;
        this.accounts = accounts;
        this.events = events;
        this.payouts = new PayoutFixture(api, tokens, accounts, events);
        this.owner = accounts.owner();
        this.dealer = payouts.dealer("10.00", 0);
        this.customer = accounts.customerOf(dealer);
    }

    @BeforeEach
    void earn() {
        payouts.earn(dealer, customer, "100.00");
        payouts.earn(dealer, customer, "250.00");
    }

    @Test
    void isRequestedApprovedByAnotherAndPaid() {
        ApiResponse requested = payouts.request(dealer, CASH).expect(201);
        String id = requested.at("/payoutId");
        assertThat(requested.at("/amount/amount")).isEqualTo("350.00");
        assertThat(requested.at("/status")).isEqualTo("PENDING");
        assertThat(requested.header("Location")).isEqualTo(PAYOUTS + "/" + id);
        assertThat(payouts.summary(dealer).at("/totals/0/locked/amount")).isEqualTo("350.00");

        Party finance = accounts.employee("FINANCE_ADMIN");
        assertThat(payouts.decide(finance, id, "approve", NONE).expect(200).at("/status"))
                .isEqualTo("APPROVED");
        payouts.decide(finance, id, "pay", NONE).expectProblem(422, "invalid");
        payouts.decide(finance, id, "pay", Map.of("reference", "a\u0000b")).expectProblem(422, "invalid");
        ApiResponse paid = payouts.decide(finance, id, "pay", RECEIPT).expect(200);

        assertThat(paid.at("/status")).isEqualTo("PAID");
        assertThat(paid.at("/reference")).isEqualTo("R-42");
        assertThat(payouts.summary(dealer).at("/totals/0/paid/amount")).isEqualTo("350.00");
        assertThat(payouts.commissions(dealer, "?payoutId=" + id).json().get("items"))
                .hasSize(2);
        payouts.request(dealer, CASH).expectProblem(409, "payout-nothing-payable");
        assertThat(events.await("payout.payout", event -> event.key().equals(id), 3))
                .extracting(PublishedEvent::type)
                .containsExactly("payout.payout.requested.v1", "payout.payout.approved.v1", "payout.payout.paid.v1");
    }

    @Test
    void isNotApprovedByWhoRequestedIt() {
        Map<String, Object> onBehalf = Map.of("type", "BANK_TRANSFER", "subDealerId", dealer.accountId());
        String id = payouts.request(owner, onBehalf).expect(201).at("/payoutId");

        payouts.decide(owner, id, "approve", NONE).expectProblem(403, "payout-own-request");
        assertThat(status(id)).isEqualTo("PENDING");
        payouts.decide(accounts.employee("FINANCE_ADMIN"), id, "approve", NONE).expect(200);
    }

    @Test
    void freesItsCommissionsWhenRejected() {
        String first = payouts.request(dealer, CASH).expect(201).at("/payoutId");
        payouts.request(dealer, CASH).expectProblem(409, "payout-nothing-payable");
        payouts.decide(owner, first, "reject", Map.of("note", "wrong type")).expect(200);

        assertThat(payouts.summary(dealer).at("/totals/0/payable/amount")).isEqualTo("350.00");
        String second =
                payouts.request(dealer, Map.of("type", "CREDIT")).expect(201).at("/payoutId");
        payouts.decide(owner, second, "approve", NONE).expect(200);
        payouts.decide(owner, second, "reject", NONE).expect(200);
        String third =
                payouts.request(dealer, Map.of("type", "CREDIT")).expect(201).at("/payoutId");
        payouts.decide(owner, third, "approve", NONE).expect(200);
        payouts.decide(owner, third, "pay", NONE).expect(200);
        assertThat(payouts.commissions(dealer, "?payoutId=" + first).json().get("items"))
                .hasSize(2);
        assertThat(events.await("payout.payout", event -> event.key().equals(first), 2)
                        .getLast()
                        .type())
                .isEqualTo("payout.payout.rejected.v1");
    }

    @Test
    void refusesWhatItsStatusDoesNotAllow() {
        String id = payouts.request(dealer, CASH).expect(201).at("/payoutId");
        payouts.decide(owner, id, "pay", RECEIPT).expectProblem(409, "payout-wrong-status");
        payouts.decide(owner, id, "approve", NONE).expect(200);
        payouts.decide(owner, id, "approve", NONE).expectProblem(409, "payout-wrong-status");
        payouts.decide(owner, id, "pay", RECEIPT).expect(200);
        for (String verb : List.of("approve", "pay", "reject")) {
            payouts.decide(owner, id, verb, RECEIPT).expectProblem(409, "payout-wrong-status");
        }
        assertThat(status(id)).isEqualTo("PAID");
    }

    @Test
    void paysWholeCommissionsOldestFirst() {
        payouts.request(dealer, cash("99.00")).expectProblem(422, "payout-amount-unmatched");
        payouts.request(dealer, cash("351.00")).expectProblem(422, "payout-amount-unmatched");
        ApiResponse between = payouts.request(dealer, cash("200.00")).expectProblem(422, "payout-amount-unmatched");
        assertThat(between.at("/below/amount")).isEqualTo("100.00");
        assertThat(between.at("/above/amount")).isEqualTo("350.00");

        assertThat(payouts.request(dealer, cash("100.00"))
                        .expect(201)
                        .json()
                        .get("commissions")
                        .asInt())
                .isEqualTo(1);
        assertThat(payouts.request(dealer, CASH).expect(201).at("/amount/amount"))
                .isEqualTo("250.00");
    }

    @Test
    void refusesLessThanTheMinimum() {
        Party small = payouts.dealer("10.00", 0);
        payouts.earn(small, accounts.customerOf(small), "9.90");
        assertThat(payouts.request(small, CASH)
                        .expectProblem(422, "payout-below-minimum")
                        .at("/minimum/amount"))
                .isEqualTo("10.00");
        assertThat(payouts.summary(small).at("/totals/0/payable/amount")).isEqualTo("9.90");
    }

    @Test
    void answersTheSameKeyWithTheSamePayout() {
        String token = tokens.user(dealer);
        String key = key();
        ApiResponse first =
                api.post(PAYOUTS, token, CASH, "Idempotency-Key", key).expect(201);
        ApiResponse again =
                api.post(PAYOUTS, token, CASH, "Idempotency-Key", key).expect(201);
        assertThat(again.at("/payoutId")).isEqualTo(first.at("/payoutId"));
        api.post(PAYOUTS, token, Map.of("type", "CREDIT"), "Idempotency-Key", key)
                .expectProblem(422, "idempotency-key-reused");
        api.post(PAYOUTS, token, CASH).expectProblem(400, "idempotency-key-required");

        String approve = PAYOUTS + "/" + first.at("/payoutId") + "/approve";
        String ownerToken = tokens.user(owner);
        api.post(approve, ownerToken, null).expectProblem(400, "idempotency-key-required");
        api.post(approve, ownerToken, null, "Idempotency-Key", key).expect(200);
        assertThat(api.post(approve, ownerToken, null, "Idempotency-Key", key)
                        .expect(200)
                        .at("/status"))
                .isEqualTo("APPROVED");
    }

    @Test
    void refusesInvalidRequests() {
        payouts.request(dealer, NONE).expectProblem(422, "invalid");
        payouts.request(dealer, Map.of("type", "GOLD")).expectProblem(400, "unreadable");
        payouts.request(dealer, cash("-1.00")).expectProblem(422, "invalid");
        payouts.request(
                        dealer,
                        Map.of(
                                "type",
                                "CASH",
                                "period",
                                Map.of("start", "2026-02-01T00:00:00Z", "end", "2026-01-01T00:00:00Z")))
                .expectProblem(422, "invalid");
        payouts.request(dealer, Map.of("type", "CASH", "period", Map.of("end", "2020-01-01T00:00:00Z")))
                .expectProblem(409, "payout-nothing-payable");
        payouts.request(dealer, Map.of("type", "x".repeat(1_100_000))).expectProblem(413, "too-large");
        payouts.request(owner, CASH).expectProblem(422, "invalid");
        payouts.request(owner, Map.of("type", "CASH", "subDealerId", UUID.randomUUID()))
                .expectProblem(404, "not-found");
        payouts.request(dealer, Map.of("type", "CASH", "subDealerId", owner.accountId()))
                .expectProblem(404, "not-found");
        assertThat(payouts.summary(dealer).at("/totals/0/payable/amount")).isEqualTo("350.00");
    }

    @Test
    void isSeenByItsSubDealerAndStaffOnly() {
        String id = payouts.request(dealer, CASH).expect(201).at("/payoutId");
        Party stranger = accounts.subDealer();
        String path = PAYOUTS + "/" + id;

        api.get(path, tokens.user(dealer)).expect(200);
        api.get(path, tokens.user(accounts.employee("SUPPORT_ADMIN"))).expect(200);
        api.get(path, tokens.user(stranger)).expectProblem(404, "not-found");
        api.get(path, tokens.user(customer)).expectProblem(403, "forbidden");
        api.get(path, null).expectProblem(401, "unauthenticated");
        api.get(path, tokens.forged(owner)).expectProblem(401, "unauthenticated");
        api.get(PAYOUTS + "/" + UUID.randomUUID(), tokens.user(owner)).expectProblem(404, "not-found");
        api.get(PAYOUTS + "/7", tokens.user(owner)).expectProblem(400, "unreadable");
        assertThat(list(dealer, "").json().get("items")).hasSize(1);
        assertThat(list(stranger, "").json().get("items")).isEmpty();
        assertThat(list(owner, "?status=PENDING&type=CASH&subDealerId=" + dealer.accountId())
                        .at("/items/0/payoutId"))
                .isEqualTo(id);
        api.get(PAYOUTS + "?subDealerId=" + dealer.accountId(), tokens.user(stranger))
                .expectProblem(404, "not-found");
    }

    @Test
    void isDecidedByStaffWithThePermissionOnly() {
        String id = payouts.request(dealer, CASH).expect(201).at("/payoutId");
        for (Party party :
                List.of(dealer, customer, accounts.employee("READ_ONLY"), accounts.employee("SUPPORT_ADMIN"))) {
            for (String verb : List.of("approve", "pay", "reject")) {
                payouts.decide(party, id, verb, RECEIPT).expectProblem(403, "forbidden");
            }
        }
        payouts.decide(owner, UUID.randomUUID().toString(), "approve", NONE).expectProblem(404, "not-found");
        payouts.request(customer, CASH).expectProblem(403, "forbidden");
        payouts.request(accounts.employee("FINANCE_ADMIN"), CASH).expectProblem(403, "forbidden");
        assertThat(status(id)).isEqualTo("PENDING");
    }

    private static Map<String, Object> cash(String amount) {
        return Map.of("type", "CASH", "amount", Map.of("amount", amount, "currency", "LKR"));
    }

    private ApiResponse list(Party reader, String query) {
        return api.get(PAYOUTS + query, tokens.user(reader)).expect(200);
    }

    private String status(String payoutId) {
        return api.get(PAYOUTS + "/" + payoutId, tokens.user(owner)).at("/status");
    }
}
