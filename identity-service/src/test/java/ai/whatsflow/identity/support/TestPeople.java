package ai.whatsflow.identity.support;

import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who came to be through the service itself; each is returned when the service recognises its token. */
public final class TestPeople {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final ApiClient api;
    private final TestTokens tokens;
    private final JdbcClient jdbc;

    TestPeople(ApiClient api, TestTokens tokens, JdbcClient jdbc) {
        this.api = api;
        this.tokens = tokens;
        this.jdbc = jdbc;
    }

    public static String newEmail() {
        return "person" + NUMBERS.incrementAndGet() + "@example.com";
    }

    public Party owner() {
        Party owner = jdbc.sql("SELECT id, account_id FROM users WHERE tier = 'OWNER'")
                .query((row, number) -> {
                    UUID account = row.getObject("account_id", UUID.class);
                    return new Party(row.getObject("id", UUID.class), account, "OWNER", List.of(account));
                })
                .single();
        return recognised(owner);
    }

    public Party subDealer() {
        return register(owner(), "SUBDEALER");
    }

    public Party customerOf(Party parent) {
        return register(parent, "CUSTOMER");
    }

    public Party employee(String permissionSet) {
        Party owner = owner();
        ApiResponse answer = api.post(
                        "/api/v1/employees",
                        tokens.user(owner),
                        Map.of("name", "Erin Employee", "email", newEmail(), "permissionSet", permissionSet))
                .expect(201);
        return recognised(
                new Party(UUID.fromString(answer.at("/userId")), owner.accountId(), "EMPLOYEE", owner.path()));
    }

    public String token(Party party) {
        return tokens.user(party);
    }

    private Party register(Party parent, String tier) {
        ApiResponse answer = api.post(
                        "/api/v1/accounts",
                        tokens.user(parent),
                        Map.of("tier", tier, "name", tier + " for a test", "email", newEmail()))
                .expect(201);
        UUID accountId = UUID.fromString(answer.at("/accountId"));
        List<UUID> path = new ArrayList<>(parent.path());
        path.add(accountId);
        return recognised(new Party(UUID.fromString(answer.at("/userId")), accountId, tier, List.copyOf(path)));
    }

    private Party recognised(Party party) {
        Await.until(
                "the directory knows " + party.tier(),
                () -> api.get("/api/v1/me", tokens.user(party)).status() == 200);
        return party;
    }
}
