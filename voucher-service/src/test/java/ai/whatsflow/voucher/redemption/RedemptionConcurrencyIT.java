package ai.whatsflow.voucher.redemption;

import static ai.whatsflow.voucher.VoucherFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.PlatformIT;
import ai.whatsflow.platform.test.PublishedEvent;
import ai.whatsflow.platform.test.Race;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import ai.whatsflow.voucher.VoucherFixture;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@PlatformIT
class RedemptionConcurrencyIT {
    private static final int THREADS = 16;

    private final TestAccounts accounts;
    private final TestEvents events;
    private final JdbcTemplate jdbc;
    private final VoucherFixture vouchers;

    @Autowired
    RedemptionConcurrencyIT(
            ApiClient api, TestTokens tokens, TestAccounts accounts, TestEvents events, JdbcTemplate jdbc) {
        this.accounts = accounts;
        this.events = events;
        this.jdbc = jdbc;
        this.vouchers = new VoucherFixture(api, tokens, accounts.owner());
    }

    @Test
    void redeemsOnceForOneAccountThatAsksSixteenTimesAtOnce() {
        Party customer = accounts.customer();
        String code = vouchers.codes(1, "100.00", "LKR").getFirst();
        assertOneWinner(number -> vouchers.redeem(customer, code), "voucher-used");
    }

    @Test
    void redeemsOnceForSixteenAccountsThatAskAtOnce() {
        List<Party> customers = IntStream.range(0, THREADS)
                .mapToObj(number -> accounts.customer())
                .toList();
        String code = vouchers.codes(1, "100.00", "LKR").getFirst();
        assertOneWinner(number -> vouchers.redeem(customers.get(number), code), "voucher-used");
    }

    @Test
    void redeemsOnceForOneKeyThatComesSixteenTimesAtOnce() {
        Party customer = accounts.customer();
        String code = vouchers.codes(1, "100.00", "LKR").getFirst();
        String key = key();

        List<ApiResponse> answers = Race.of(THREADS, number -> vouchers.redeemAs(customer, code, key));

        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
        Set<String> redemptions = answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(answer -> answer.at("/redemptionId"))
                .collect(Collectors.toSet());
        assertThat(redemptions).hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() == 409)
                .forEach(answer -> answer.expectProblem(409, "request-in-flight"));
    }

    @Test
    void redeemsEveryVoucherWhenManyAreRedeemedAtOnce() {
        Party customer = accounts.customer();
        List<String> codes = vouchers.codes(THREADS, "100.00", "LKR");
        List<ApiResponse> answers = Race.of(THREADS, number -> vouchers.redeem(customer, codes.get(number)));
        assertThat(answers).allMatch(answer -> answer.status() == 201);
    }

    private void assertOneWinner(IntFunction<ApiResponse> redeem, String losersProblem) {
        List<ApiResponse> answers = Race.of(THREADS, redeem);

        List<ApiResponse> winners =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(winners).hasSize(1);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> answer.expectProblem(409, losersProblem));
        String batchId = winners.getFirst().at("/batchId");
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM redemptions WHERE batch_id = ?::uuid", Integer.class, batchId))
                .isEqualTo(1);
        List<PublishedEvent> told = events.await(
                "voucher.redemption",
                event -> event.payload().get("batchId").asString().equals(batchId),
                1);
        assertThat(told).hasSize(1);
    }
}
