package ai.whatsflow.voucher.redemption;

import static ai.whatsflow.voucher.VoucherFixture.batch;
import static ai.whatsflow.voucher.VoucherFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.PlatformIT;
import ai.whatsflow.platform.test.PublishedEvent;
import ai.whatsflow.platform.test.SettableClock;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import ai.whatsflow.voucher.VoucherFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@PlatformIT
class RedemptionIT {
    private static final String REDEMPTIONS = "/api/v1/redemptions";

    private final ApiClient api;
    private final TestTokens tokens;
    private final TestAccounts accounts;
    private final TestEvents events;
    private final SettableClock clock;
    private final JdbcTemplate jdbc;
    private final VoucherFixture vouchers;

    @Autowired
    RedemptionIT(
            ApiClient api,
            TestTokens tokens,
            TestAccounts accounts,
            TestEvents events,
            SettableClock clock,
            JdbcTemplate jdbc) {
        this.api = api;
        this.tokens = tokens;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
        this.jdbc = jdbc;
        this.vouchers = new VoucherFixture(api, tokens, accounts.owner());
    }

    @AfterEach
    void forget() {
        clock.reset();
        jdbc.update("DELETE FROM guess_counters");
    }

    @Test
    void redeemsOnceAndTellsOnce() {
        Party customer = accounts.customer();
        String code = vouchers.codes(1, "500.00", "LKR").getFirst();

        ApiResponse redeemed =
                vouchers.redeem(customer, code.toLowerCase().replace('-', ' ')).expect(201);

        assertThat(redeemed.at("/value/amount")).isEqualTo("500.00");
        assertThat(redeemed.header("Location")).isEqualTo(REDEMPTIONS + "/" + redeemed.at("/redemptionId"));
        vouchers.redeem(customer, code).expectProblem(409, "voucher-used");
        vouchers.redeem(accounts.customer(), code).expectProblem(409, "voucher-used");
        List<PublishedEvent> told = events.awaitType("voucher.redemption", "voucher.redemption.redeemed.v1").stream()
                .filter(event -> event.payload()
                        .get("accountId")
                        .asString()
                        .equals(customer.accountId().toString()))
                .toList();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().key()).isEqualTo(redeemed.at("/redemptionId"));
        assertThat(told.getFirst().payload().at("/value/amount").asString()).isEqualTo("500.00");
    }

    @Test
    void repeatsItsAnswerForTheSameKeyEvenWhenTheAccountIsLocked() {
        Party customer = accounts.customer();
        List<String> codes = vouchers.codes(2, "50.00", "LKR");
        String key = key();
        ApiResponse first = vouchers.redeemAs(customer, codes.getFirst(), key).expect(201);
        for (int i = 0; i < 5; i++) {
            vouchers.redeem(customer, "nonsense");
        }

        ApiResponse replay = vouchers.redeemAs(customer, codes.getFirst(), key).expect(201);

        assertThat(replay.at("/redemptionId")).isEqualTo(first.at("/redemptionId"));
        vouchers.redeemAs(customer, codes.get(1), key).expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void looksAtTheCurrencyFirst() {
        Party dollars = accounts.customer("USD");
        String code = vouchers.codes(1, "500.00", "LKR").getFirst();

        vouchers.redeem(dollars, code).expectProblem(422, "voucher-currency");
        vouchers.redeem(accounts.customer(), code).expect(201);
        vouchers.redeem(dollars, code).expectProblem(422, "voucher-currency");
    }

    @Test
    void refusesAnExpiredVoucherFromTheFirstMomentOn() {
        Party customer = accounts.customer();
        Instant expiry = Instant.now().plus(Duration.ofDays(2));
        Map<String, Object> batch = batch(2, "500.00", "LKR");
        batch.put("expiresAt", expiry.toString());
        List<String> codes = vouchers.codesOf(vouchers.issued(batch));
        vouchers.redeem(customer, codes.getFirst()).expect(201);

        clock.set(expiry);

        vouchers.redeem(customer, codes.get(1)).expectProblem(409, "voucher-expired");
    }

    @Test
    void answersUnreadableAndUnknownCodesAlike() {
        Party customer = accounts.customer();
        vouchers.redeem(customer, "0000-0000-0000-0").expectProblem(404, "voucher-unknown");
        vouchers.redeem(customer, "0000-0000-0000-1").expectProblem(404, "voucher-unknown");
        vouchers.redeem(customer, "").expectProblem(422, "invalid");
        vouchers.redeem(customer, "0".repeat(65)).expectProblem(422, "invalid");
    }

    @Test
    void needsATokenAKeyAndThePermission() {
        String code = vouchers.codes(1, "500.00", "LKR").getFirst();
        Map<String, String> body = Map.of("code", code);
        Party customer = accounts.customer();
        api.post(REDEMPTIONS, null, body, "Idempotency-Key", key()).expectProblem(401, "unauthenticated");
        api.post(REDEMPTIONS, tokens.forged(customer), body, "Idempotency-Key", key())
                .expectProblem(401, "unauthenticated");
        api.post(REDEMPTIONS, tokens.user(customer), body).expectProblem(400, "idempotency-key-required");
        api.post(
                        REDEMPTIONS,
                        tokens.apiKey(customer, UUID.randomUUID(), "messages:create"),
                        body,
                        "Idempotency-Key",
                        key())
                .expectProblem(403, "forbidden");
        vouchers.redeem(accounts.employee("READ_ONLY"), code).expectProblem(403, "forbidden");
        vouchers.redeem(accounts.owner(), code).expectProblem(403, "forbidden");
        accounts.suspend(customer);
        vouchers.redeem(customer, code).expectProblem(403, "account-suspended");

        vouchers.redeem(accounts.customer(), code).expect(201);
    }

    @Test
    void showsEachAccountItsOwnRedemptions() {
        Party dealer = accounts.subDealer();
        Party customer = accounts.customerOf(dealer);
        Party stranger = accounts.customer();
        String batchId = vouchers.issued(batch(3, "5.00", "LKR"));
        List<String> codes = vouchers.codesOf(batchId);
        String first = vouchers.redeem(customer, codes.get(0)).at("/redemptionId");
        String second = vouchers.redeem(customer, codes.get(1)).at("/redemptionId");
        vouchers.redeem(stranger, codes.get(2)).expect(201);

        ApiResponse page =
                api.get(REDEMPTIONS + "?limit=1", tokens.user(customer)).expect(200);
        assertThat(page.at("/items/0/redemptionId")).isEqualTo(second);
        ApiResponse next = api.get(REDEMPTIONS + "?limit=1&cursor=" + page.at("/nextCursor"), tokens.user(customer))
                .expect(200);
        assertThat(next.at("/items/0/redemptionId")).isEqualTo(first);
        assertThat(next.json().get("nextCursor").isNull()).isTrue();

        api.get(REDEMPTIONS + "/" + first, tokens.user(customer)).expect(200);
        api.get(REDEMPTIONS + "/" + first, tokens.user(stranger)).expectProblem(404, "not-found");
        api.get(REDEMPTIONS + "/" + UUID.randomUUID(), tokens.user(customer)).expectProblem(404, "not-found");
        assertThat(api.get(REDEMPTIONS + "?accountId=" + customer.accountId(), tokens.user(stranger))
                        .expect(200)
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(api.get(REDEMPTIONS + "?batchId=" + batchId, tokens.user(accounts.owner()))
                        .expect(200)
                        .json()
                        .get("items"))
                .hasSize(3);
        api.get(REDEMPTIONS, null).expectProblem(401, "unauthenticated");
        api.get(REDEMPTIONS, tokens.user(accounts.employee("FINANCE_ADMIN"))).expectProblem(403, "forbidden");
    }
}
