package ai.whatsflow.identity.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.identity.support.IdentityIT;
import ai.whatsflow.identity.support.TestPeople;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.Race;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityIT
@ExtendWith(OutputCaptureExtension.class)
class ApiKeyIT {

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
    void isExchangedForATokenOfAMinuteThatOurKeysVerify() throws Exception {
        Party customer = people.customerOf(people.owner());
        ApiResponse issued = issue(customer, "messages:create").expect(201);
        ApiResponse exchanged = exchange(issued.at("/key")).expect(200);
        assertThat(exchanged.header("Cache-Control")).contains("no-store");

        SignedJWT token = SignedJWT.parse(exchanged.at("/token"));
        JWKSet keys =
                JWKSet.parse(api.get("/internal/v1/jwks.json", null).expect(200).text());
        assertThat(token.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        assertThat(keys.getKeys()).noneMatch(key -> key.isPrivate());
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly("whatsflow-api");
        assertThat(claims.getSubject()).isEqualTo(issued.at("/apiKeyId"));
        assertThat(claims.getStringClaim("uid")).isEqualTo(customer.userId().toString());
        assertThat(claims.getStringClaim("aid")).isEqualTo(customer.accountId().toString());
        assertThat(claims.getStringClaim("scope")).isEqualTo("messages:create");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isLessThanOrEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void isRefusedOnceRevoked() {
        Party customer = people.customerOf(people.owner());
        ApiResponse issued = issue(customer, "messages:*").expect(201);
        String path = "/api/v1/api-keys/" + issued.at("/apiKeyId");
        exchange(issued.at("/key")).expect(200);
        api.delete(path, people.token(people.customerOf(people.owner()))).expectProblem(404, "not-found");
        api.delete(path, people.token(customer)).expect(204);
        api.delete(path, people.token(customer)).expect(204);
        exchange(issued.at("/key")).expectProblem(401, "api-key-invalid");
        var told = events.await("identity.api-key", event -> event.key().equals(issued.at("/apiKeyId")), 2);
        assertThat(told.getLast().type()).isEqualTo("identity.api-key.revoked.v1");
        assertThat(told.getLast().payload().path("version").asLong()).isEqualTo(2);
    }

    @Test
    void isRefusedWhenForged() {
        Party customer = people.customerOf(people.owner());
        String key = issue(customer, "messages:*").expect(201).at("/key");
        char last = key.charAt(key.length() - 1);
        String otherSecret = key.substring(0, key.length() - 1) + (last == 'x' ? 'y' : 'x');
        for (String forged : List.of(otherSecret, "wf_" + "0".repeat(55), "wf_", "", "x".repeat(20_000))) {
            exchange(forged).expectProblem(401, "api-key-invalid");
        }
    }

    @Test
    void onlyTheGatewayExchanges() {
        Map<String, String> body = Map.of("key", "wf_" + "0".repeat(55));
        String path = "/internal/v1/api-key-tokens";
        api.post(path, null, body).expectProblem(401, "unauthenticated");
        api.post(path, tokens.service("billing-service"), body).expectProblem(403, "forbidden");
        api.post(path, people.token(people.owner()), body).expectProblem(403, "forbidden");
    }

    @Test
    void stopsWithItsUserItsAccountAndThoseAbove() {
        Party dealer = people.subDealer();
        Party customer = people.customerOf(dealer);
        String owner = people.token(people.owner());
        String key = issue(customer, "messages:*").expect(201).at("/key");
        List.of("/api/v1/accounts/" + dealer.accountId(), "/api/v1/accounts/" + customer.accountId())
                .forEach(account -> {
                    api.post(account + "/suspend", owner, null).expect(200);
                    exchange(key).expectProblem(401, "api-key-invalid");
                    api.post(account + "/reinstate", owner, null).expect(200);
                    exchange(key).expect(200);
                });
        api.post("/api/v1/users/" + customer.userId() + "/disable", owner, null).expect(200);
        exchange(key).expectProblem(401, "api-key-invalid");
    }

    @Test
    void holdsNoMoreThanItsUser() {
        Party customer = people.customerOf(people.owner());
        ApiResponse notHeld = issue(customer, "messages:create", "ledger:read");
        notHeld.expectProblem(403, "permission-not-held");
        assertThat(notHeld.at("/errors/0/pointer")).isEqualTo("/scopes/1");
        issue(customer, "*:*").expectProblem(403, "permission-not-held");
        ApiResponse unknown = issue(customer, "messages:fly");
        unknown.expectProblem(422, "invalid");
        assertThat(unknown.at("/errors/0/pointer")).isEqualTo("/scopes/0");
        issue(customer).expectProblem(422, "invalid");
        issue(people.subDealer(), "accounts:read").expectProblem(403, "forbidden");
    }

    @Test
    void isNotManagedByAKey() {
        Party customer = people.customerOf(people.owner());
        String byKey = tokens.apiKey(customer, UUID.randomUUID(), "api-keys:*");
        api.post("/api/v1/api-keys", byKey, Map.of("name", "child", "scopes", List.of("api-keys:create")))
                .expectProblem(403, "forbidden");
    }

    @Test
    void thereAreAsManyAsTheLimitAllowsUnderAnyRace() {
        Party customer = people.customerOf(people.owner());
        List<Integer> answers =
                Race.of(8, number -> issue(customer, "messages:*").status());
        assertThat(answers).filteredOn(status -> status == 201).hasSize(3);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(5);
        String oldest = api.get("/api/v1/api-keys", people.token(customer)).at("/items/2/apiKeyId");
        api.delete("/api/v1/api-keys/" + oldest, people.token(customer)).expect(204);
        issue(customer, "messages:*").expect(201);
    }

    @Test
    void theListShowsPrefixAndLastUse() {
        Party customer = people.customerOf(people.owner());
        String key = issue(customer, "messages:*").expect(201).at("/key");
        assertThat(api.get("/api/v1/api-keys", people.token(customer))
                        .json()
                        .at("/items/0")
                        .has("lastUsedAt"))
                .isFalse();
        exchange(key).expect(200);
        Await.until(
                "the use is written",
                () -> api.get("/api/v1/api-keys", people.token(customer))
                        .json()
                        .at("/items/0")
                        .has("lastUsedAt"));
        ApiResponse list = api.get("/api/v1/api-keys", people.token(customer));
        assertThat(list.at("/items/0/prefix")).isEqualTo(key.substring(0, 15));
        assertThat(list.text()).doesNotContain(key.substring(15));
    }

    @Test
    void itsTextIsInNoTableNoTopicAndNoLog(CapturedOutput output) {
        Party customer = people.customerOf(people.owner());
        String idempotencyKey = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("name", "secret", "scopes", List.of("messages:*"));
        ApiResponse issued = api.post(
                        "/api/v1/api-keys", people.token(customer), body, "Idempotency-Key", idempotencyKey)
                .expect(201);
        String secret = issued.at("/key").substring(15);
        assertThat(secret).hasSize(43);
        exchange(issued.at("/key")).expect(200);
        exchange(issued.at("/key") + "x").expectProblem(401, "api-key-invalid");

        ApiResponse replayed = api.post(
                        "/api/v1/api-keys", people.token(customer), body, "Idempotency-Key", idempotencyKey)
                .expect(201);
        assertThat(replayed.at("/apiKeyId")).isEqualTo(issued.at("/apiKeyId"));
        assertThat(replayed.json().has("key")).isFalse();

        events.await("identity.api-key", event -> event.key().equals(issued.at("/apiKeyId")), 1)
                .forEach(event -> assertThat(event.payload().toString()).doesNotContain(secret));
        assertThat(tables())
                .isNotEmpty()
                .allSatisfy(table -> assertThat(holds(table, secret)).as(table).isFalse());
        assertThat(output.getAll()).doesNotContain(secret);
    }

    private List<String> tables() {
        return jdbc.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                        + " AND table_type = 'BASE TABLE'")
                .query(String.class)
                .list();
    }

    /** As text, and as the bytes of the text for columns that show themselves in hexadecimal. */
    private boolean holds(String table, String secret) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM \"" + table + "\" t WHERE t::text LIKE :text"
                        + " OR t::text LIKE '%' || encode(convert_to(:plain, 'UTF8'), 'hex') || '%')")
                .param("text", "%" + secret + "%")
                .param("plain", secret)
                .query(Boolean.class)
                .single();
    }

    private ApiResponse issue(Party party, String... scopes) {
        return api.post("/api/v1/api-keys", people.token(party), Map.of("name", "shop", "scopes", List.of(scopes)));
    }

    private ApiResponse exchange(String key) {
        return api.post("/internal/v1/api-key-tokens", tokens.service("gateway"), Map.of("key", key));
    }
}
