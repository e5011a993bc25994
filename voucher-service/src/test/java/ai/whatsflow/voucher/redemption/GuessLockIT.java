package ai.whatsflow.voucher.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.PlatformIT;
import ai.whatsflow.platform.test.SettableClock;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestTokens;
import ai.whatsflow.voucher.VoucherFixture;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** With limits of 5 by account, 8 by address and 30 altogether. */
@PlatformIT
class GuessLockIT {
    private static final String UNKNOWN = "0000-0000-0000-0";

    private final TestAccounts accounts;
    private final SettableClock clock;
    private final JdbcTemplate jdbc;
    private final VoucherFixture vouchers;

    @Autowired
    GuessLockIT(ApiClient api, TestTokens tokens, TestAccounts accounts, SettableClock clock, JdbcTemplate jdbc) {
        this.accounts = accounts;
        this.clock = clock;
        this.jdbc = jdbc;
        this.vouchers = new VoucherFixture(api, tokens, accounts.owner());
    }

    @BeforeEach
    @AfterEach
    void forget() {
        clock.reset();
        jdbc.update("DELETE FROM guess_counters");
    }

    @Test
    void locksAnAccountAfterItsLimitAndOpensAgain() {
        List<String> codes = vouchers.codes(2, "10.00", "LKR");
        Party guesser = accounts.customer();
        for (int i = 0; i < 5; i++) {
            vouchers.redeem(guesser, UNKNOWN).expectProblem(404, "voucher-unknown");
        }

        ApiResponse locked = vouchers.redeem(guesser, codes.get(0)).expectProblem(429, "voucher-locked");
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 900);
        vouchers.redeem(accounts.customer(), codes.get(1)).expect(201);

        clock.advance(Duration.ofMinutes(16));
        vouchers.redeem(guesser, codes.get(0)).expect(201);
    }

    @Test
    void forgivesGuessesAfterTheWindow() {
        String code = vouchers.codes(1, "10.00", "LKR").getFirst();
        Party clumsy = accounts.customer();
        for (int i = 0; i < 4; i++) {
            vouchers.redeem(clumsy, UNKNOWN).expectProblem(404, "voucher-unknown");
        }
        clock.advance(Duration.ofMinutes(16));
        vouchers.redeem(clumsy, UNKNOWN).expectProblem(404, "voucher-unknown");

        vouchers.redeem(clumsy, code).expect(201);
    }

    @Test
    void locksAnAddressThatChangesAccounts() {
        String code = vouchers.codes(1, "10.00", "LKR").getFirst();
        for (int i = 0; i < 8; i++) {
            vouchers.redeem(accounts.customer(), UNKNOWN, "X-Forwarded-For", "6.6.6." + i + ", 203.0.113.7")
                    .expectProblem(404, "voucher-unknown");
        }

        Party next = accounts.customer();
        vouchers.redeem(next, code, "X-Forwarded-For", "203.0.113.7").expectProblem(429, "voucher-locked");
        vouchers.redeem(next, code, "X-Forwarded-For", "203.0.113.8").expect(201);
    }

    @Test
    void locksEverybodyForAMinuteWhenASwarmGuesses() {
        String code = vouchers.codes(1, "10.00", "LKR").getFirst();
        List<Party> swarm =
                IntStream.range(0, 8).mapToObj(number -> accounts.customer()).toList();
        for (int i = 0; i < 30; i++) {
            vouchers.redeem(swarm.get(i % 8), UNKNOWN).expectProblem(404, "voucher-unknown");
        }

        Party bystander = accounts.customer();
        vouchers.redeem(bystander, code).expectProblem(429, "voucher-locked");
        clock.advance(Duration.ofMinutes(2));
        vouchers.redeem(bystander, code).expect(201);
    }

    @Test
    void countsNoUsedVoucherAsAGuess() {
        List<String> codes = vouchers.codes(2, "10.00", "LKR");
        Party customer = accounts.customer();
        vouchers.redeem(customer, codes.get(0)).expect(201);
        for (int i = 0; i < 6; i++) {
            vouchers.redeem(customer, codes.get(0)).expectProblem(409, "voucher-used");
        }
        vouchers.redeem(customer, codes.get(1)).expect(201);
    }
}
