package ai.whatsflow.payout.plan;

import static ai.whatsflow.payout.PayoutFixture.PLANS;
import static org.assertj.core.api.Assertions.assertThat;

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

@PlatformIT
class CommissionPlanIT {
    private final ApiClient api;
    private final TestTokens tokens;
    private final TestAccounts accounts;
    private final PayoutFixture payouts;

    @Autowired
    CommissionPlanIT(ApiClient api, TestTokens tokens, TestAccounts accounts, TestEvents events) {
        this.api = api;
        this.tokens = tokens;
        this.accounts = accounts;
        this.payouts = new PayoutFixture(api, tokens, accounts, events);
    }

    @Test
    void makesAVersionPerChangeAndNoneWithoutOne() {
        Party dealer = accounts.subDealer();
        assertThat(payouts.setPlan(dealer, "10.00", 0).expect(200).header("ETag"))
                .isEqualTo("\"1\"");
        assertThat(payouts.setPlan(dealer, "10.00", 0).expect(200).header("ETag"))
                .isEqualTo("\"1\"");
        assertThat(payouts.setPlan(dealer, "12.5", 7).expect(200).header("ETag"))
                .isEqualTo("\"2\"");

        ApiResponse own =
                api.get(PLANS + dealer.accountId(), tokens.user(dealer)).expect(200);
        assertThat(own.at("/rate")).isEqualTo("12.50");
        assertThat(own.json().get("refundWindowDays").asInt()).isEqualTo(7);
    }

    @Test
    void refusesAChangeOfWhatHasChanged() {
        Party dealer = accounts.subDealer();
        payouts.setPlan(dealer, "10.00", 0).expect(200);
        String owner = tokens.user(accounts.owner());
        Map<String, Object> change = Map.of("rate", "11.00", "refundWindowDays", 0);
        api.put(PLANS + dealer.accountId(), owner, change, "If-Match", "\"1\"").expect(200);
        api.put(PLANS + dealer.accountId(), owner, Map.of("rate", "12.00", "refundWindowDays", 0), "If-Match", "\"1\"")
                .expectProblem(412, "version-conflict");
        api.put(PLANS + dealer.accountId(), owner, change, "If-Match", "W/whatever")
                .expectProblem(412, "version-conflict");
    }

    @Test
    void letsChangesAtTheSameMomentFollowEachOther() {
        Party dealer = accounts.subDealer();
        List<ApiResponse> answers = Race.of(8, number -> payouts.setPlan(dealer, (5 + number) + ".00", 0));

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream().map(answer -> answer.header("ETag")).distinct())
                .hasSize(8);
    }

    @Test
    void refusesInvalidAndUnreadablePlans() {
        Party dealer = accounts.subDealer();
        for (String rate : List.of("4.99", "15.01", "10.001", "-10")) {
            assertThat(payouts.setPlan(dealer, rate, 0)
                            .expectProblem(422, "invalid")
                            .at("/errors/0/pointer"))
                    .isEqualTo("/rate");
        }
        payouts.setPlan(dealer, "10.00", -1).expectProblem(422, "invalid");
        payouts.setPlan(dealer, "ten", 0).expectProblem(400, "unreadable");
        String owner = tokens.user(accounts.owner());
        api.put(PLANS + dealer.accountId(), owner, "{").expectProblem(400, "unreadable");
        api.put(PLANS + dealer.accountId(), owner, Map.of()).expectProblem(422, "invalid");
        payouts.setPlan(accounts.customer(), "10.00", 0).expectProblem(422, "invalid");
    }

    @Test
    void isSetByTheOwnerAndSeenByWhoItIsAbout() {
        Party dealer = payouts.dealer("10.00", 0);
        Map<String, Object> change = Map.of("rate", "15.00", "refundWindowDays", 0);
        String path = PLANS + dealer.accountId();

        api.put(path, null, change).expectProblem(401, "unauthenticated");
        api.put(path, tokens.forged(accounts.owner()), change).expectProblem(401, "unauthenticated");
        api.put(path, tokens.user(dealer), change).expectProblem(403, "forbidden");
        api.put(path, tokens.user(accounts.employee("FINANCE_ADMIN")), change).expectProblem(403, "forbidden");
        api.put(path, tokens.user(accounts.customerOf(dealer)), change).expectProblem(403, "forbidden");
        api.get(path, tokens.user(accounts.subDealer())).expectProblem(404, "not-found");
        api.get(path, tokens.user(accounts.customerOf(dealer))).expectProblem(403, "forbidden");
        api.get(path, tokens.user(accounts.employee("READ_ONLY"))).expect(200);
        api.get(PLANS + UUID.randomUUID(), tokens.user(accounts.owner())).expectProblem(404, "not-found");
        api.put(PLANS + UUID.randomUUID(), tokens.user(accounts.owner()), change)
                .expectProblem(404, "not-found");
        api.get(PLANS + "7", tokens.user(accounts.owner())).expectProblem(400, "unreadable");
        assertThat(api.get(path, tokens.user(dealer)).at("/rate")).isEqualTo("10.00");
    }
}
