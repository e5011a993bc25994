package ai.whatsflow.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.identity.support.IdentityIT;
import ai.whatsflow.identity.support.TestPeople;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.PublishedEvent;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityIT
class AccountIT {

    @Autowired
    ApiClient api;

    @Autowired
    TestPeople people;

    @Autowired
    TestTokens tokens;

    @Autowired
    TestEvents events;

    @Autowired
    JdbcClient jdbc;

    @Test
    void registersASubDealerAndItsCustomerWithEvents() {
        Party dealer = people.subDealer();
        Party customer = people.customerOf(dealer);
        ApiResponse read = api.get("/api/v1/accounts/" + customer.accountId(), people.token(customer));
        read.expectProblem(403, "forbidden");
        ApiResponse seen = api.get("/api/v1/accounts/" + customer.accountId(), people.token(dealer))
                .expect(200);
        assertThat(seen.header("ETag")).isEqualTo("\"1\"");
        assertThat(seen.at("/parentId")).isEqualTo(dealer.accountId().toString());
        assertThat(seen.json().path("path").size()).isEqualTo(3);

        List<PublishedEvent> account = events.await(
                "identity.account",
                event -> event.key().equals(customer.accountId().toString()),
                1);
        assertThat(account).extracting(PublishedEvent::type).containsExactly("identity.account.registered.v1");
        List<PublishedEvent> user = events.await(
                "identity.user", event -> event.key().equals(customer.userId().toString()), 1);
        assertThat(user.getFirst().payload().toString()).doesNotContain("@example.com");
    }

    @Test
    void meSaysWhoIAmAndWhatIMayDo() {
        Party dealer = people.subDealer();
        ApiResponse me = api.get("/api/v1/me", people.token(dealer)).expect(200);
        assertThat(me.at("/userId")).isEqualTo(dealer.userId().toString());
        assertThat(me.at("/tier")).isEqualTo("SUBDEALER");
        assertThat(me.json().path("permissions").toString())
                .contains("payments:confirm")
                .doesNotContain("*:*");
        assertThat(me.at("/account/accountId")).isEqualTo(dealer.accountId().toString());
    }

    @Test
    void aSubDealerSeesItsOwnSubtreeOnly() {
        Party dealer = people.subDealer();
        Party mine = people.customerOf(dealer);
        Party rival = people.subDealer();
        Party theirs = people.customerOf(rival);
        String token = people.token(dealer);

        String list = api.get("/api/v1/accounts?limit=200", token).expect(200).text();
        assertThat(list)
                .contains(mine.accountId().toString(), dealer.accountId().toString());
        assertThat(list)
                .doesNotContain(rival.accountId().toString(), theirs.accountId().toString())
                .doesNotContain("\"tier\":\"OWNER\"");
        assertThat(api.get("/api/v1/accounts?tier=CUSTOMER", token)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(api.get("/api/v1/accounts?tier=SUBDEALER&status=SUSPENDED", token)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        for (UUID foreign :
                List.of(theirs.accountId(), rival.accountId(), people.owner().accountId(), UUID.randomUUID())) {
            api.get("/api/v1/accounts/" + foreign, token).expectProblem(404, "not-found");
            api.post("/api/v1/accounts/" + foreign + "/suspend", token, null).expectProblem(404, "not-found");
            api.post("/api/v1/accounts/" + foreign + "/reinstate", token, null).expectProblem(404, "not-found");
            api.post("/api/v1/accounts", token, customerBelow(foreign)).expectProblem(404, "not-found");
        }
        assertThat(status(theirs)).isEqualTo("ACTIVE");
    }

    @Test
    void onlyThoseAboveRegisterAccounts() {
        Party dealer = people.subDealer();
        Party customer = people.customerOf(dealer);
        api.post("/api/v1/accounts", people.token(dealer), account("SUBDEALER")).expectProblem(403, "forbidden");
        api.post("/api/v1/accounts", people.token(customer), account("CUSTOMER"))
                .expectProblem(403, "forbidden");
        api.post("/api/v1/accounts", people.token(people.employee("READ_ONLY")), account("CUSTOMER"))
                .expectProblem(403, "forbidden");
        api.post("/api/v1/accounts", people.token(dealer), customerBelow(customer.accountId()))
                .expectProblem(422, "invalid");
        api.post("/api/v1/accounts", people.token(people.owner()), customerBelow(dealer.accountId()))
                .expect(201);
    }

    @Test
    void nobodyGetsInWithoutAGoodToken() {
        Party owner = people.owner();
        for (String path : List.of("/api/v1/me", "/api/v1/accounts", "/api/v1/users", "/api/v1/api-keys")) {
            api.get(path, null).expectProblem(401, "unauthenticated");
            api.get(path, tokens.forged(owner)).expectProblem(401, "unauthenticated");
            api.get(path, tokens.expired(owner)).expectProblem(401, "unauthenticated");
            api.get(path, tokens.forAnotherAudience(owner)).expectProblem(401, "unauthenticated");
            api.get(path, tokens.service("billing-service")).expectProblem(403, "forbidden");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tier | OWNER | 400 | unreadable",
                "tier | | 422 | invalid",
                "name | '' | 422 | invalid",
                "email | nobody | 422 | invalid",
                "mobile | 0771234567 | 422 | invalid",
                "currency | RUPEES | 422 | invalid",
                "timeZone | Asia/Nowhere | 422 | invalid",
                "parentId | 17 | 400 | unreadable",
                "colour | blue | 400 | unreadable",
            })
    void namesTheFieldThatIsWrong(String field, String value, int status, String slug) {
        Map<String, String> body = new HashMap<>(account("CUSTOMER"));
        body.put(field, value);
        int before = countAccounts();
        ApiResponse answer = api.post("/api/v1/accounts", people.token(people.owner()), body);
        answer.expectProblem(status, slug);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/" + field);
        assertThat(countAccounts()).isEqualTo(before);
    }

    @Test
    void refusesWhatIsNoJsonAndWhatIsTooLarge() {
        String token = people.token(people.owner());
        api.post("/api/v1/accounts", token, "{").expectProblem(400, "unreadable");
        api.post("/api/v1/accounts", token, "{\"name\":\"" + "x".repeat(100_000) + "\"}")
                .expectProblem(413, "too-large");
        api.get("/api/v1/accounts/17", token).expectProblem(400, "unreadable");
        api.get("/api/v1/accounts?limit=0", token).expectProblem(422, "invalid");
        api.get("/api/v1/accounts?limit=201", token).expectProblem(422, "invalid");
        api.get("/api/v1/accounts?q=%00", token).expectProblem(422, "invalid");
        api.get("/api/v1/users?q=%00", token).expectProblem(422, "invalid");
        api.get("/api/v1/accounts?tier=KING", token).expectProblem(400, "unreadable");
        api.get("/api/v1/accounts?cursor=nonsense", token).expectProblem(400, "unreadable");
    }

    @Test
    void theSameIdempotencyKeyRegistersOnce() {
        String token = people.token(people.owner());
        Map<String, String> body = account("CUSTOMER");
        String key = UUID.randomUUID().toString();
        ApiResponse first = api.post("/api/v1/accounts", token, body, "Idempotency-Key", key)
                .expect(201);
        ApiResponse again = api.post("/api/v1/accounts", token, body, "Idempotency-Key", key)
                .expect(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        api.post("/api/v1/accounts", token, account("CUSTOMER"), "Idempotency-Key", key)
                .expectProblem(422, "idempotency-key-reused");
        ApiResponse taken = api.post("/api/v1/accounts", token, body);
        taken.expectProblem(409, "email-in-use");
        assertThat(taken.at("/errors/0/pointer")).isEqualTo("/email");
    }

    @Test
    void pagesThroughAListWithoutGapOrOverlap() {
        Party dealer = people.subDealer();
        for (int i = 0; i < 5; i++) {
            api.post("/api/v1/accounts", people.token(dealer), account("CUSTOMER"))
                    .expect(201);
        }
        List<String> seen = new java.util.ArrayList<>();
        String cursor = "";
        do {
            ApiResponse page = api.get("/api/v1/accounts?tier=CUSTOMER&limit=2" + cursor, people.token(dealer))
                    .expect(200);
            page.json()
                    .path("items")
                    .forEach(item -> seen.add(item.path("accountId").asString()));
            assertThat(page.json().has("nextCursor")).isTrue();
            cursor = page.json().path("nextCursor").isNull() ? "" : "&cursor=" + page.at("/nextCursor");
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(5).doesNotHaveDuplicates().isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void findsByPartOfNameOrAddressAndTakesNoWildcard() {
        Party dealer = people.subDealer();
        String token = people.token(dealer);
        Map<String, String> body = new HashMap<>(account("CUSTOMER"));
        body.put("name", "100%_Cotton");
        api.post("/api/v1/accounts", token, body).expect(201);
        assertThat(api.get("/api/v1/accounts?q=%25_cot", token)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(api.get("/api/v1/accounts?q=" + body.get("email"), token)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(api.get("/api/v1/accounts?q=___", token).json().path("items").size())
                .isZero();
    }

    @Test
    void suspensionHoldsForAllBelowAndIsNotCopied() {
        Party dealer = people.subDealer();
        Party customer = people.customerOf(dealer);
        String owner = people.token(people.owner());
        ApiResponse suspended = api.post("/api/v1/accounts/" + dealer.accountId() + "/suspend", owner, null)
                .expect(200);
        assertThat(suspended.at("/status")).isEqualTo("SUSPENDED");
        assertThat(suspended.header("ETag")).isEqualTo("\"2\"");
        assertThat(status(customer)).isEqualTo("ACTIVE");
        assertThat(api.get("/api/v1/accounts/" + customer.accountId(), owner)
                        .json()
                        .path("active")
                        .asBoolean())
                .isFalse();
        Await.until(
                "the customer is locked out",
                () -> api.get("/api/v1/me", people.token(customer)).status() == 403);
        api.get("/api/v1/me", people.token(customer)).expectProblem(403, "account-suspended");

        api.post("/api/v1/accounts/" + dealer.accountId() + "/suspend", owner, null)
                .expect(200);
        api.post("/api/v1/accounts/" + dealer.accountId() + "/reinstate", owner, null)
                .expect(200);
        Await.until(
                "the customer is back",
                () -> api.get("/api/v1/me", people.token(customer)).status() == 200);
        assertThat(events.await(
                        "identity.account",
                        event -> event.key().equals(dealer.accountId().toString()),
                        3))
                .extracting(PublishedEvent::type)
                .containsExactly(
                        "identity.account.registered.v1",
                        "identity.account.suspended.v1",
                        "identity.account.reinstated.v1");
    }

    @Test
    void aSubDealerDoesNotUndoWhatTheOwnerSuspended() {
        Party dealer = people.subDealer();
        Party customer = people.customerOf(dealer);
        String path = "/api/v1/accounts/" + customer.accountId();
        String token = people.token(dealer);
        String owner = people.token(people.owner());
        api.post(path + "/suspend", token, null).expect(200);
        api.post(path + "/reinstate", token, null).expect(200);
        api.post(path + "/suspend", token, null).expect(200);
        api.post(path + "/suspend", owner, null).expect(200);
        api.post(path + "/reinstate", token, null).expectProblem(403, "suspended-from-above");
        assertThat(status(customer)).isEqualTo("SUSPENDED");
        api.post(path + "/reinstate", owner, null).expect(200);
    }

    @Test
    void nobodySuspendsThemselvesAndTheRootStays() {
        Party dealer = people.subDealer();
        Party owner = people.owner();
        api.post("/api/v1/accounts/" + dealer.accountId() + "/suspend", people.token(dealer), null)
                .expectProblem(409, "own-account");
        api.post("/api/v1/accounts/" + owner.accountId() + "/suspend", people.token(owner), null)
                .expectProblem(409, "own-account");
        api.post("/api/v1/accounts/" + owner.accountId() + "/close", people.token(owner), null)
                .expectProblem(409, "own-account");
    }

    @Test
    void closesFromBelowAndForGood() {
        Party dealer = people.subDealer();
        Party customer = people.customerOf(dealer);
        String owner = people.token(people.owner());
        api.post("/api/v1/accounts/" + dealer.accountId() + "/close", owner, null)
                .expectProblem(409, "account-has-open-accounts");
        api.post("/api/v1/accounts/" + customer.accountId() + "/close", people.token(dealer), null)
                .expectProblem(403, "forbidden");
        api.post("/api/v1/accounts/" + customer.accountId() + "/close", owner, null)
                .expect(200);
        api.post("/api/v1/accounts/" + customer.accountId() + "/reinstate", owner, null)
                .expectProblem(409, "account-closed");
        api.post("/api/v1/accounts/" + dealer.accountId() + "/close", owner, null)
                .expect(200);
        api.post("/api/v1/accounts", owner, customerBelow(dealer.accountId())).expectProblem(409, "parent-not-active");
        events.awaitType("identity.account", "identity.account.closed.v1");
    }

    private String status(Party party) {
        return jdbc.sql("SELECT status FROM accounts WHERE id = ?")
                .param(party.accountId())
                .query(String.class)
                .single();
    }

    private int countAccounts() {
        return jdbc.sql("SELECT count(*) FROM accounts").query(Integer.class).single();
    }

    private static Map<String, String> account(String tier) {
        return Map.of("tier", tier, "name", "Perera Traders", "email", TestPeople.newEmail());
    }

    private static Map<String, String> customerBelow(UUID parent) {
        Map<String, String> body = new HashMap<>(account("CUSTOMER"));
        body.put("parentId", parent.toString());
        return body;
    }
}
