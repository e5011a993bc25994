package ai.whatsflow.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.identity.support.IdentityIT;
import ai.whatsflow.identity.support.TestPeople;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.TestEvents;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityIT
class SignUpIT {

    @Autowired
    ApiClient api;

    @Autowired
    TestPeople people;

    @Autowired
    TestEvents events;

    @Autowired
    JdbcClient jdbc;

    @Test
    void opensACustomerOfTheOwner() {
        ApiResponse answer =
                api.post("/api/v1/sign-ups", null, form(TestPeople.newEmail())).expect(201);
        var registered = events.await("identity.account", event -> event.key().equals(answer.at("/accountId")), 1)
                .getFirst()
                .payload();
        assertThat(registered.path("tier").asString()).isEqualTo("CUSTOMER");
        assertThat(registered.path("parentId").asString())
                .isEqualTo(people.owner().accountId().toString());
        assertThat(registered.path("currency").asString()).isEqualTo("LKR");
        assertThat(registered.path("timeZone").asString()).isEqualTo("Asia/Colombo");
    }

    @Test
    void doesNotTellWhetherAnAddressIsKnown() {
        String email = TestPeople.newEmail();
        ApiResponse unknown = api.post("/api/v1/sign-ups", null, form(email)).expect(201);
        ApiResponse known = api.post("/api/v1/sign-ups", null, form(email.toUpperCase(java.util.Locale.ROOT)))
                .expect(201);
        assertThat(names(known)).isEqualTo(names(unknown));
        assertThat(known.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
        assertThat(known.at("/accountId")).matches("[0-9a-f-]{36}").isNotEqualTo(unknown.at("/accountId"));
        assertThat(jdbc.sql("SELECT count(*) FROM users WHERE email = ?")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT count(*) FROM accounts WHERE id = ?::uuid")
                        .param(known.at("/accountId"))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void stopsCountingOneAddressAfterAWhile() {
        String email = TestPeople.newEmail();
        for (int i = 0; i < 5; i++) {
            api.post("/api/v1/sign-ups", null, form(email)).expect(201);
        }
        ApiResponse refused = api.post("/api/v1/sign-ups", null, form(email));
        refused.expectProblem(429, "rate-limited");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        api.post("/api/v1/sign-ups", null, form(TestPeople.newEmail())).expect(201);
    }

    @Test
    void keepsNoAddressAmongTheAttempts() {
        String email = TestPeople.newEmail();
        api.post("/api/v1/sign-ups", null, form(email)).expect(201);
        assertThat(jdbc.sql("SELECT string_agg(a::text, ' ') FROM sign_up_attempts a")
                        .query(String.class)
                        .single())
                .doesNotContain(email);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        ApiResponse answer = api.post("/api/v1/sign-ups", null, Map.of("name", "Anna", "email", "x"));
        answer.expectProblem(422, "invalid");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/email");
        api.post("/api/v1/sign-ups", null, Map.of("name", "Anna", "email", "a@b.co", "tier", "OWNER"))
                .expectProblem(400, "unreadable");
    }

    private static Set<String> names(ApiResponse answer) {
        return new HashSet<>(answer.json().propertyNames());
    }

    private static Map<String, String> form(String email) {
        return Map.of("name", "Anna Perera", "email", email);
    }
}
