package ai.whatsflow.identity.user;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.identity.support.IdentityIT;
import ai.whatsflow.identity.support.TestPeople;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.PublishedEvent;
import ai.whatsflow.platform.test.TestEvents;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityIT
class UserIT {

    @Autowired
    ApiClient api;

    @Autowired
    TestPeople people;

    @Autowired
    TestEvents events;

    @Test
    void eachSeesTheUsersInReachOnly() {
        Party dealer = people.subDealer();
        Party mine = people.customerOf(dealer);
        Party theirs = people.customerOf(people.subDealer());
        String list = api.get("/api/v1/users?limit=200", people.token(dealer))
                .expect(200)
                .text();
        assertThat(list)
                .contains(dealer.userId().toString(), mine.userId().toString())
                .doesNotContain(
                        theirs.userId().toString(), people.owner().userId().toString());
        assertThat(api.get("/api/v1/users?tier=CUSTOMER&status=ACTIVE", people.token(dealer))
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        for (UUID foreign : List.of(theirs.userId(), people.owner().userId(), UUID.randomUUID())) {
            api.get("/api/v1/users/" + foreign, people.token(dealer)).expectProblem(404, "not-found");
            api.get("/api/v1/users/" + foreign, people.token(mine)).expectProblem(404, "not-found");
        }
        assertThat(api.get("/api/v1/users", people.token(mine))
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void changesWithTheVersionThatWasReadOnly() {
        Party customer = people.customerOf(people.owner());
        String path = "/api/v1/users/" + customer.userId();
        String token = people.token(customer);
        String tag = api.get(path, token).expect(200).header("ETag");
        Map<String, String> change = Map.of("name", "Anna Silva", "mobile", "+94771234567");
        api.put(path, token, change).expectProblem(428, "precondition-required");
        api.put(path, token, Map.of("name", "", "mobile", "1"), "If-Match", tag).expectProblem(422, "invalid");
        ApiResponse changed = api.put(path, token, change, "If-Match", tag).expect(200);
        assertThat(changed.at("/name")).isEqualTo("Anna Silva");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        api.put(path, token, change, "If-Match", tag).expectProblem(412, "version-conflict");
        api.put(path, people.token(people.employee("READ_ONLY")), change, "If-Match", "\"2\"")
                .expectProblem(403, "forbidden");
        events.await(
                "identity.user",
                event -> event.key().equals(customer.userId().toString())
                        && event.type().equals("identity.user.changed.v1"),
                1);
    }

    @Test
    void disablingEndsAccessWithinSeconds() {
        Party customer = people.customerOf(people.owner());
        String owner = people.token(people.owner());
        String path = "/api/v1/users/" + customer.userId();
        api.post(path + "/disable", people.token(customer), null).expectProblem(403, "forbidden");
        assertThat(api.post(path + "/disable", owner, null).expect(200).at("/status"))
                .isEqualTo("DISABLED");
        api.post(path + "/disable", owner, null).expect(200);
        Await.until(
                "the user is locked out",
                () -> api.get("/api/v1/me", people.token(customer)).status() == 403);
        api.post(path + "/enable", owner, null).expect(200);
        Await.until(
                "the user is back",
                () -> api.get("/api/v1/me", people.token(customer)).status() == 200);
        assertThat(events.await(
                        "identity.user",
                        event -> event.key().equals(customer.userId().toString()),
                        3))
                .extracting(PublishedEvent::type)
                .containsExactly(
                        "identity.user.registered.v1", "identity.user.disabled.v1", "identity.user.changed.v1");
    }

    @Test
    void nobodyDisablesTheOwner() {
        Party owner = people.owner();
        String path = "/api/v1/users/" + owner.userId() + "/disable";
        api.post(path, people.token(owner), null).expectProblem(409, "own-account");
        api.post(path, people.token(people.employee("SUPER_ADMIN")), null).expectProblem(403, "forbidden");
    }
}
