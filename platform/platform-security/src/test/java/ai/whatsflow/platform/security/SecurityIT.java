package ai.whatsflow.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.PlatformIT;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformIT
class SecurityIT {

    @Autowired
    ApiClient api;

    @Autowired
    TestTokens tokens;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestEvents events;

    @Test
    void refusesWhatIsNotAValidTokenOfOurIssuers() {
        Party customer = accounts.customer();
        api.get("/me", null).expectProblem(401, "unauthenticated");
        api.get("/me", "not-a-token").expectProblem(401, "unauthenticated");
        api.get("/me", tokens.forged(customer)).expectProblem(401, "unauthenticated");
        api.get("/me", tokens.expired(customer)).expectProblem(401, "unauthenticated");
        api.get("/me", tokens.forAnotherAudience(customer)).expectProblem(401, "unauthenticated");
        api.get("/me", "eyJhbGciOiJub25lIn0.e30.").expectProblem(401, "unauthenticated");
        api.get("/open/door", null).expect(200);
        api.get("/me", tokens.user(customer)).expect(200);
    }

    @Test
    void resolvesTheCallerFromItsOwnProjection() {
        Party dealer = accounts.subDealer();
        assertThat(api.get("/me", tokens.user(dealer)).expect(200).at("/tier")).isEqualTo("SUBDEALER");
        Party stranger = new Party(UUID.randomUUID(), UUID.randomUUID(), "CUSTOMER", dealer.path());
        api.get("/me", tokens.user(stranger)).expectProblem(403, "account-unknown");
    }

    @Test
    void hidesWhatIsOutOfReach() {
        Party dealer = accounts.subDealer();
        Party below = accounts.customerOf(dealer);
        Party beside = accounts.customer();
        api.get("/messages/" + below.accountId(), tokens.user(dealer)).expect(200);
        api.get("/messages/" + beside.accountId(), tokens.user(dealer)).expectProblem(404, "not-found");
        api.get("/messages/" + below.accountId(), tokens.user(beside)).expectProblem(404, "not-found");
        api.get("/messages/" + below.accountId(), tokens.user(accounts.employee("READ_ONLY")))
                .expect(200);
        api.get("/messages/" + below.accountId(), tokens.user(accounts.employee("FINANCE_ADMIN")))
                .expectProblem(403, "forbidden");
    }

    @Test
    void narrowsAnApiKeyToItsScopes() {
        Party customer = accounts.customer();
        String path = "/messages/" + customer.accountId();
        UUID key = UUID.randomUUID();
        api.get(path, tokens.apiKey(customer, key, "messages:read")).expect(200);
        api.get(path, tokens.apiKey(customer, key, "*:*")).expect(200);
        api.get(path, tokens.apiKey(customer, key, "contacts:read")).expectProblem(403, "forbidden");
        api.get(path, tokens.apiKey(customer, key)).expectProblem(403, "forbidden");
    }

    @Test
    void opensInternalDoorsToTheNamedServiceOnly() {
        api.get("/internal/door", tokens.service("gateway")).expect(200);
        api.get("/internal/door", tokens.service("billing-service")).expectProblem(403, "forbidden");
        api.get("/internal/door", tokens.user(accounts.owner())).expectProblem(403, "forbidden");
        api.get("/me", tokens.service("gateway")).expectProblem(403, "forbidden");
        api.get("/actuator/inbox", tokens.user(accounts.owner())).expectProblem(403, "forbidden");
    }

    @Test
    void followsSuspensionDownTheTreeWithoutANewLogin() {
        Party dealer = accounts.subDealer();
        Party customer = accounts.customerOf(dealer);
        String token = tokens.user(customer);
        api.get("/me", token).expect(200);
        accounts.suspend(dealer);
        api.get("/me", token).expectProblem(403, "account-suspended");
        accounts.reinstate(dealer);
        api.get("/me", token).expect(200);
    }

    @Test
    void isReadyOnceItsProjectionIsRead() {
        accounts.owner();
        assertThat(api.get("/actuator/health/readiness", null).expect(200).text())
                .contains("identity.account-0");
    }
}
