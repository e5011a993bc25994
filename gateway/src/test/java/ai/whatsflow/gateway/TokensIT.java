package ai.whatsflow.gateway;

import static ai.whatsflow.gateway.world.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.gateway.route.ServiceName;
import ai.whatsflow.gateway.world.Party;
import ai.whatsflow.gateway.world.RunningGateway;
import ai.whatsflow.gateway.world.StandInKeycloak;
import ai.whatsflow.gateway.world.TestKeys;
import ai.whatsflow.gateway.world.World;
import ai.whatsflow.platform.test.Await;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in with a token, and who does not. */
class TokensIT {

    private static final World WORLD = World.shared();
    private static final StandInKeycloak KEYCLOAK = WORLD.keycloak();
    private static RunningGateway gateway;
    private static Party customer;

    @BeforeAll
    static void start() {
        gateway = WORLD.gateway().awaitReady();
        customer = WORLD.identity().customer();
        gateway.awaitKnown(customer);
    }

    @Test
    void refusesForgedTokensBeforeAnythingReachesAService() throws Exception {
        int before = WORLD.service(ServiceName.MESSAGING).received().size();
        String keyId = KEYCLOAK.key().getKeyID();
        byte[] publicKey = KEYCLOAK.key().toRSAPublicKey().getEncoded();
        List<String> bad = List.of(
                "nonsense",
                new PlainJWT(KEYCLOAK.claims(customer).build()).serialize(),
                StandInKeycloak.sign(
                        TestKeys.foreign(keyId),
                        JWSAlgorithm.RS256,
                        KEYCLOAK.claims(customer).build()),
                StandInKeycloak.sign(
                        TestKeys.foreign("unknown"),
                        JWSAlgorithm.RS256,
                        KEYCLOAK.claims(customer).build()),
                StandInKeycloak.sign(
                        new MACSigner(publicKey),
                        keyId,
                        JWSAlgorithm.HS256,
                        KEYCLOAK.claims(customer).build()),
                KEYCLOAK.sign(KEYCLOAK.claims(customer)
                        .expirationTime(Date.from(Instant.now().minusSeconds(60)))
                        .build()),
                KEYCLOAK.sign(KEYCLOAK.claims(customer).audience("account").build()),
                KEYCLOAK.sign(
                        KEYCLOAK.claims(customer).issuer("http://elsewhere").build()),
                KEYCLOAK.sign(KEYCLOAK.claims(customer).claim("typ", "ID").build()));

        for (String token : bad) {
            HttpResponse<String> response = gateway.get("/api/v1/messages", token);
            assertProblem(response, 401, "unauthenticated");
            assertThat(response.headers().firstValue("www-authenticate")).contains("Bearer");
        }
        assertThat(WORLD.service(ServiceName.MESSAGING).received()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/messages",
                "/api/v1/messages/stream",
                "/api/v1/servers",
                "/api/v1/payouts",
                "/api/v1/instances/7/events"
            })
    void answers401BeforeAnythingElse(String path) {
        assertProblem(gateway.get(path), 401, "unauthenticated");
        assertProblem(gateway.send(gateway.request(path).DELETE()), 401, "unauthenticated");
    }

    @Test
    void refusesTokensOfServices() {
        assertProblem(
                gateway.get("/api/v1/messages", KEYCLOAK.sign(KEYCLOAK.claims().build())), 403, "forbidden");
    }

    @Test
    void refusesAUserThatNobodyHasAnnounced() {
        Party stranger = new Party(UUID.randomUUID(), UUID.randomUUID(), "CUSTOMER", null);

        HttpResponse<String> response = gateway.get("/api/v1/messages", KEYCLOAK.tokenOf(stranger));

        assertProblem(response, 403, "account-unknown");
        assertThat(response.headers().firstValue("retry-after")).contains("1");
    }

    @Test
    void keepsCustomersAndDealersOutOfWhatIsNotTheirs() {
        Party dealer = WORLD.identity().dealer();
        Party owner = WORLD.identity().owner();
        Party finance = WORLD.identity().employee("ledger:read", "payments:*");
        gateway.awaitKnown(dealer);
        gateway.awaitKnown(finance);

        for (String path : List.of("/api/v1/servers", "/api/v1/ledger/trial-balance", "/api/v1/employees")) {
            assertProblem(gateway.get(path, KEYCLOAK.tokenOf(customer)), 403, "forbidden");
            assertProblem(gateway.get(path, KEYCLOAK.tokenOf(dealer)), 403, "forbidden");
            assertThat(gateway.get(path, KEYCLOAK.tokenOf(owner)).statusCode()).isEqualTo(200);
        }
        assertProblem(gateway.get("/api/v1/commissions", KEYCLOAK.tokenOf(customer)), 403, "forbidden");
        assertThat(gateway.get("/api/v1/commissions", KEYCLOAK.tokenOf(dealer)).statusCode())
                .isEqualTo(200);
        assertThat(gateway.get("/api/v1/ledger/x", KEYCLOAK.tokenOf(finance)).statusCode())
                .isEqualTo(200);
        assertProblem(gateway.get("/api/v1/servers", KEYCLOAK.tokenOf(finance)), 403, "forbidden");
    }

    @Test
    void suspendsCustomersWithTheDealerAboveThem() {
        Party dealer = WORLD.identity().dealer();
        Party theirs = WORLD.identity().customerOf(dealer);
        gateway.awaitKnown(theirs);
        String token = KEYCLOAK.tokenOf(theirs);
        assertThat(gateway.get("/api/v1/messages", token).statusCode()).isEqualTo(200);

        WORLD.identity().account(dealer, "suspended", "SUSPENDED");
        Await.until(
                "refused",
                Duration.ofSeconds(1),
                () -> gateway.get("/api/v1/messages", token).statusCode() == 403);
        assertProblem(gateway.get("/api/v1/messages", token), 403, "account-suspended");

        WORLD.identity().account(dealer, "reinstated", "ACTIVE");
        Await.until(
                "admitted",
                Duration.ofSeconds(1),
                () -> gateway.get("/api/v1/messages", token).statusCode() == 200);
    }

    @Test
    void refusesVerifiedTokensWithinASecondOfARevocation() {
        Party party = WORLD.identity().customer();
        gateway.awaitKnown(party);
        String token = KEYCLOAK.tokenOf(party);
        assertThat(gateway.get("/api/v1/messages", token).statusCode()).isEqualTo(200);

        WORLD.identity()
                .publishUser(
                        party,
                        "changed",
                        "ACTIVE",
                        List.of("*:*"),
                        Instant.now().plusMillis(1));
        Await.until(
                "signed out",
                Duration.ofSeconds(1),
                () -> gateway.get("/api/v1/messages", token).statusCode() == 401);
    }

    @Test
    void followsPermissionChangesWithoutANewLogin() {
        Party employee = WORLD.identity().employee("payments:read");
        gateway.awaitKnown(employee);
        String token = KEYCLOAK.tokenOf(employee);
        assertProblem(gateway.get("/api/v1/servers", token), 403, "forbidden");

        WORLD.identity().publishUser(employee, "permissions-assigned", "ACTIVE", List.of("servers:read"), null);
        Await.until(
                "permitted",
                Duration.ofSeconds(2),
                () -> gateway.get("/api/v1/servers", token).statusCode() == 200);
    }

    @Test
    void acceptsANewSigningKeyAndLivesWithoutKeycloak() {
        String before = KEYCLOAK.tokenOf(customer);
        assertThat(gateway.get("/api/v1/messages", before).statusCode()).isEqualTo(200);
        KEYCLOAK.rotate();
        Await.until(
                "the new key is known",
                () -> gateway.get("/api/v1/messages", KEYCLOAK.tokenOf(customer))
                                .statusCode()
                        == 200);

        KEYCLOAK.http().stop();
        try {
            assertThat(gateway.get("/api/v1/messages", KEYCLOAK.tokenOf(customer))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(gateway.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        } finally {
            KEYCLOAK.http().start();
        }
    }
}
