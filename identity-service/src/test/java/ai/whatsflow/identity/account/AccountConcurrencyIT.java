package ai.whatsflow.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.identity.support.IdentityIT;
import ai.whatsflow.identity.support.TestPeople;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.Race;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityIT
class AccountConcurrencyIT {

    @Autowired
    ApiClient api;

    @Autowired
    TestPeople people;

    @Autowired
    OpenRootAccount openRootAccount;

    @Autowired
    JdbcClient jdbc;

    @Test
    void eightAtOnceWithOneAddressOpenOneAccount() {
        String token = people.token(people.owner());
        String email = TestPeople.newEmail();
        int before = count("accounts");
        List<Integer> answers = Race.of(
                8,
                number -> api.post(
                                "/api/v1/accounts",
                                token,
                                Map.of(
                                        "tier",
                                        "CUSTOMER",
                                        "name",
                                        "Racer " + number,
                                        "email",
                                        number % 2 == 0 ? email : email.toUpperCase(Locale.ROOT)))
                        .status());
        assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(count("accounts")).isEqualTo(before + 1);
        assertThat(jdbc.sql("SELECT count(*) FROM provisionings p JOIN users u ON u.id = p.user_id WHERE u.email = ?")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void eightAtOnceWithOneIdempotencyKeyOpenOneAccount() {
        String token = people.token(people.owner());
        Map<String, String> body = Map.of("tier", "CUSTOMER", "name", "Racer", "email", TestPeople.newEmail());
        String key = UUID.randomUUID().toString();
        int before = count("accounts");
        List<Integer> answers = Race.of(
                8,
                number -> api.post("/api/v1/accounts", token, body, "Idempotency-Key", key)
                        .status());
        assertThat(answers).isSubsetOf(201, 409).contains(201);
        assertThat(count("accounts")).isEqualTo(before + 1);
    }

    @Test
    void replicasThatStartTogetherMakeOneOwner() {
        Race.of(8, number -> {
            openRootAccount.open();
            return number;
        });
        assertThat(jdbc.sql("SELECT count(*) FROM accounts WHERE parent_id IS NULL")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT email FROM users WHERE tier = 'OWNER'")
                        .query(String.class)
                        .list())
                .containsExactly("owner@whatsflow.test");
        assertThat(count("permission_sets")).isEqualTo(6);
    }

    private int count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }
}
