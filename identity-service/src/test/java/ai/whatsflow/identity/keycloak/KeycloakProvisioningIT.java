package ai.whatsflow.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.identity.provisioning.IdentityProvider;
import ai.whatsflow.identity.support.KeycloakServer;
import ai.whatsflow.identity.support.MailedLink;
import ai.whatsflow.identity.support.PeopleConfiguration;
import ai.whatsflow.identity.support.TestPeople;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.PlatformIT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.util.JsonSerialization;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a registration to a sign-in at a real Keycloak, through everything that can happen in between. */
@PlatformIT
@Import({PeopleConfiguration.class, KeycloakProvisioningIT.Mortal.class})
@TestPropertySource(
        properties = {
            "IDENTITY_OWNER_EMAIL=owner@whatsflow.test",
            "IDENTITY_OWNER_NAME=Olivia Owner",
            "IDENTITY_API_KEY_PEPPER=a-pepper-of-the-tests-0123456789abcdef",
            "identity.keycloak.read-timeout=20s",
            "identity.provisioning.poll-interval=200ms",
            "identity.provisioning.first-retry=200ms",
            "identity.provisioning.longest-retry=1s",
            "identity.provisioning.lease=5s",
            "identity.provisioning.workers=4",
            "identity.provisioning.reconcile-interval=1s",
        })
class KeycloakProvisioningIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final KeycloakServer KEYCLOAK = KeycloakServer.shared();
    private static final Keycloak ADMIN = KeycloakBuilder.builder()
            .serverUrl(KEYCLOAK.url())
            .realm("master")
            .clientId("admin-cli")
            .username(KeycloakServer.ADMIN)
            .password(KeycloakServer.ADMIN)
            .build();

    @Autowired
    ApiClient api;

    @Autowired
    TestPeople people;

    @Autowired
    DyingIdentityProvider provider;

    @Autowired
    JdbcClient jdbc;

    private final JsonMapper mapper = JsonMapper.builder().build();

    @TestConfiguration(proxyBeanMethods = false)
    static class Mortal {

        @Bean
        @Primary
        DyingIdentityProvider dyingIdentityProvider(@Qualifier("identityProvider") IdentityProvider real) {
            return new DyingIdentityProvider(real);
        }
    }

    @DynamicPropertySource
    static void keycloak(DynamicPropertyRegistry registry) {
        registry.add("IDENTITY_KEYCLOAK_ADMIN_URL", KEYCLOAK::url);
    }

    /** The direct grant exists in the local overlay of the realm only. */
    @BeforeAll
    static void addTheLocalClient() throws IOException {
        JsonNode overlay =
                JsonMapper.builder().build().readTree(Files.readString(Path.of(System.getProperty("keycloak.local"))));
        JsonNode client = overlay.path("clients").path(0);
        try (var answer =
                realm().clients().create(JsonSerialization.readValue(client.toString(), ClientRepresentation.class))) {
            assertThat(answer.getStatus()).isIn(201, 409);
        }
    }

    @AfterAll
    static void close() {
        ADMIN.close();
    }

    @Test
    void aNewCustomerChoosesAPasswordByTheMailedLinkAndSignsIn() throws Exception {
        String email = TestPeople.newEmail();
        ApiResponse signedUp = api.post("/api/v1/sign-ups", null, Map.of("name", "Anna Perera", "email", email))
                .expect(201);
        awaitProvisioned(email);
        UserRepresentation user = usersWith(email).getFirst();
        assertThat(user.isEnabled()).isTrue();
        assertThat(user.getRequiredActions()).containsExactly("UPDATE_PASSWORD");
        assertThat(signIn(email, "correct horse battery").statusCode()).isNotEqualTo(200);

        MailedLink.in(KEYCLOAK, email, 1).choosePassword("correct horse battery");

        HttpResponse<String> answer = signIn(email, "correct horse battery");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var claims = SignedJWT.parse(
                        mapper.readTree(answer.body()).path("access_token").asString())
                .getJWTClaimsSet();
        assertThat(claims.getStringClaim("uid")).isEqualTo(signedUp.at("/userId"));
        assertThat(claims.getStringClaim("aid")).isEqualTo(signedUp.at("/accountId"));
        assertThat(claims.getAudience()).contains("whatsflow-api");
        assertThat(MailedLink.count(KEYCLOAK, email)).isEqualTo(1);
    }

    @Test
    void aCustomerCreatedWhileKeycloakIsDeadIsProvisionedOnceItIsBack() {
        String token = people.token(people.owner());
        String email = TestPeople.newEmail();
        KEYCLOAK.kill();
        try {
            api.post("/api/v1/accounts", token, customer(email)).expect(201);
            Await.until("tried in vain", PATIENCE, () -> attempts(email) > 1);
            assertThat(provisioning(email)).isEqualTo("PENDING");
            assertThat(api.get("/actuator/health/readiness", null).status()).isEqualTo(200);
        } finally {
            KEYCLOAK.start();
        }
        awaitProvisioned(email);
        assertThat(usersWith(email)).hasSize(1);
        assertThat(MailedLink.count(KEYCLOAK, email)).isEqualTo(1);
    }

    @Test
    void aWorkerThatDiesAfterCreatingLeavesOneUser() {
        String email = TestPeople.newEmail();
        provider.killCallerOf(email);
        api.post("/api/v1/accounts", people.token(people.owner()), customer(email))
                .expect(201);
        Await.until(
                "created by the one who dies", PATIENCE, () -> usersWith(email).size() == 1);
        assertThat(provisioning(email)).isEqualTo("PENDING");
        awaitProvisioned(email);
        assertThat(usersWith(email)).hasSize(1);
        MailedLink.in(KEYCLOAK, email, 1);
    }

    @Test
    void whatWasDeletedOrChangedBehindOurBackIsRepaired() {
        String email = TestPeople.newEmail();
        ApiResponse registered = api.post("/api/v1/accounts", people.token(people.owner()), customer(email))
                .expect(201);
        awaitProvisioned(email);
        UserRepresentation user = usersWith(email).getFirst();
        user.setEnabled(false);
        user.singleAttribute("account_id", "00000000-0000-0000-0000-000000000000");
        realm().users().get(user.getId()).update(user);
        Await.until("corrected", PATIENCE, () -> {
            UserRepresentation now = usersWith(email).getFirst();
            return now.isEnabled() && registered.at("/accountId").equals(now.firstAttribute("account_id"));
        });

        realm().users().delete(user.getId()).close();
        Await.until("created anew", PATIENCE, () -> usersWith(email).size() == 1);
        assertThat(usersWith(email).getFirst().firstAttribute("user_id")).isEqualTo(registered.at("/userId"));
        MailedLink.in(KEYCLOAK, email, 2);
    }

    @Test
    void suspensionLocksOutAndReinstatementLetsInAgain() throws Exception {
        String owner = people.token(people.owner());
        String email = TestPeople.newEmail();
        ApiResponse registered =
                api.post("/api/v1/accounts", owner, customer(email)).expect(201);
        MailedLink.in(KEYCLOAK, email, 1).choosePassword("correct horse battery");
        HttpResponse<String> session = signIn(email, "correct horse battery");
        assertThat(session.statusCode()).as(session.body()).isEqualTo(200);
        String refreshToken =
                mapper.readTree(session.body()).path("refresh_token").asString();

        String account = "/api/v1/accounts/" + registered.at("/accountId");
        api.post(account + "/suspend", owner, null).expect(200);
        Await.until("disabled", PATIENCE, () -> !usersWith(email).getFirst().isEnabled());
        assertThat(signIn(email, "correct horse battery").statusCode()).isNotEqualTo(200);
        assertThat(refresh(refreshToken).statusCode()).isNotEqualTo(200);

        api.post(account + "/reinstate", owner, null).expect(200);
        Await.until("enabled", PATIENCE, () -> usersWith(email).getFirst().isEnabled());
        assertThat(signIn(email, "correct horse battery").statusCode()).isEqualTo(200);
        assertThat(MailedLink.count(KEYCLOAK, email)).isEqualTo(1);
    }

    private static RealmResource realm() {
        return ADMIN.realm("whatsflow");
    }

    private static List<UserRepresentation> usersWith(String email) {
        return realm().users().searchByEmail(email, true);
    }

    private void awaitProvisioned(String email) {
        Await.until("provisioned", PATIENCE, () -> provisioning(email).equals("PROVISIONED"));
    }

    private String provisioning(String email) {
        return jdbc.sql("SELECT provisioning FROM users WHERE email = ?")
                .param(email)
                .query(String.class)
                .single();
    }

    private int attempts(String email) {
        return jdbc.sql("SELECT attempts FROM provisionings p JOIN users u ON u.id = p.user_id WHERE email = ?")
                .param(email)
                .query(Integer.class)
                .single();
    }

    private static HttpResponse<String> signIn(String email, String password) throws Exception {
        return token(Map.of("grant_type", "password", "username", email, "password", password));
    }

    private static HttpResponse<String> refresh(String refreshToken) throws Exception {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    private static HttpResponse<String> token(Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "client_id=whatsflow-local&", ""));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(
                                    URI.create(KEYCLOAK.url() + "/realms/whatsflow/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static Map<String, String> customer(String email) {
        return Map.of("tier", "CUSTOMER", "name", "Perera & Sons (Pvt)", "email", email);
    }
}
