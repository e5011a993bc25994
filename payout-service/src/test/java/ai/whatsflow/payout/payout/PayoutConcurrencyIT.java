package ai.whatsflow.payout.payout;

import static ai.whatsflow.payout.PayoutFixture.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.whatsflow.payout.PayoutFixture;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.PlatformIT;
import ai.whatsflow.platform.test.Race;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

@PlatformIT
class PayoutConcurrencyIT {
    private static final Map<String, Object> CASH = Map.of("type", "CASH");

    private final JdbcTemplate jdbc;
    private final PayoutFixture payouts;
    private final Party owner;
    private final Party dealer;

    @Autowired
    PayoutConcurrencyIT(ApiClient api, TestTokens tokens, TestAccounts accounts, TestEvents events, JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.payouts = new PayoutFixture(api, tokens, accounts, events);
        this.owner = accounts.owner();
        this.dealer = payouts.dealer("10.00", 0);
        Party customer = accounts.customerOf(dealer);
        for (int i = 0; i < 5; i++) {
            payouts.earn(dealer, customer, "100.00");
        }
    }

    @Test
    void takesEachCommissionIntoOnePayoutOfManyRequestedAtOnce() {
        List<ApiResponse> answers = Race.of(8, number -> payouts.request(dealer, CASH));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> answer.expectProblem(409, "payout-nothing-payable"));
        assertThat(liveItems()).isEqualTo(5);
    }

    @Test
    void sharesCommissionsOutAmongPartialRequestsAtOnce() {
        Map<String, Object> hundred = Map.of("type", "CASH", "amount", Map.of("amount", "100.00", "currency", "LKR"));
        List<ApiResponse> answers = Race.of(8, number -> payouts.request(dealer, hundred));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(5);
        assertThat(liveItems()).isEqualTo(5);
        assertThat(payouts.summary(dealer).at("/totals/0/locked/amount")).isEqualTo("500.00");
    }

    @Test
    void decidesOnceWhenApprovedPaidAndRejectedAtOnce() {
        String id = payouts.request(dealer, CASH).expect(201).at("/payoutId");
        payouts.decide(owner, id, "approve", Map.of()).expect(200);

        List<ApiResponse> answers = Race.of(
                8, number -> payouts.decide(owner, id, number % 2 == 0 ? "pay" : "reject", Map.of("reference", key())));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() != 200)
                .forEach(answer -> answer.expectProblem(409, "payout-wrong-status"));
    }

    @Test
    void isHeldToOneLivePayoutPerCommissionByTheDatabaseToo() {
        String id = payouts.request(dealer, CASH).expect(201).at("/payoutId");
        UUID copy = UUID.randomUUID();
        jdbc.update(
                "INSERT INTO payouts SELECT ?, version, sub_dealer_id, amount_minor, currency, type, status, period_start,"
                        + " period_end, commissions, requested_by, requested_at FROM payouts WHERE id = ?::uuid",
                copy,
                id);

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> jdbc.update(
                        "INSERT INTO payout_items SELECT ?, commission_id, true FROM payout_items WHERE payout_id = ?::uuid",
                        copy,
                        id));
    }

    private int liveItems() {
        Integer count = jdbc.queryForObject(
                "SELECT count(*) FROM payout_items item JOIN payouts payout ON payout.id = item.payout_id"
                        + " WHERE item.live AND payout.sub_dealer_id = ?",
                Integer.class,
                dealer.accountId());
        return count == null ? 0 : count;
    }
}
