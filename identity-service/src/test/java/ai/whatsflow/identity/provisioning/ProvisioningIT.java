package ai.whatsflow.identity.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.identity.support.IdentityIT;
import ai.whatsflow.identity.support.TestPeople;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityIT
class ProvisioningIT {

    @Autowired
    ApiClient api;

    @Autowired
    TestPeople people;

    @Autowired
    InMemoryIdentityProvider provider;

    @Autowired
    Provisionings provisionings;

    @Autowired
    ProvisioningWorkers workers;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void providerIsBack() {
        provider.away(false);
        if (!workers.isRunning()) {
            workers.start();
        }
    }

    @Test
    void provisionsInvitesOnceAndMarks() {
        String email = register(people.owner());
        Await.until("provisioned", () -> status(email).equals("PROVISIONED"));
        assertThat(provider.withEmail(email)).hasSize(1).allMatch(Person::enabled);
        assertThat(provider.invitationsOf(email)).isEqualTo(1);
    }

    @Test
    void anAbsentProviderDoesNotKeepAnybodyFromBeingRegistered() {
        provider.away(true);
        String email = register(people.owner());
        Await.until(
                "tried more than once",
                () -> jdbc.sql("SELECT attempts FROM provisionings p JOIN users u ON u.id = p.user_id WHERE email = ?")
                                .param(email)
                                .query(Integer.class)
                                .single()
                        > 1);
        assertThat(status(email)).isEqualTo("PENDING");
        provider.away(false);
        Await.until("provisioned", () -> status(email).equals("PROVISIONED"));
        assertThat(provider.withEmail(email)).hasSize(1);
        assertThat(provider.invitationsOf(email)).isEqualTo(1);
    }

    @Test
    void aWorkerThatDiesMidWayLeavesOneSignIn() {
        String email = TestPeople.newEmail();
        provider.killCallerOf(email);
        register(people.token(people.owner()), email);
        Await.until("made by the one who dies", () -> provider.withEmail(email).size() == 1);
        assertThat(status(email)).isEqualTo("PENDING");
        Await.until("taken over when the lease ran out", () -> status(email).equals("PROVISIONED"));
        assertThat(provider.withEmail(email)).hasSize(1);
        assertThat(provider.invitationsOf(email)).isEqualTo(1);
    }

    @Test
    void aTaskIsOneWorkersAtATime() {
        String token = people.token(people.owner());
        stopWorkers();
        String email = register(token, TestPeople.newEmail());
        List<Optional<ProvisioningTask>> claims =
                Race.of(8, number -> provisionings.claim(UUID.randomUUID(), Duration.ofSeconds(1)));
        assertThat(claims.stream().flatMap(Optional::stream).map(ProvisioningTask::userId))
                .containsExactly(userId(email));
        Await.until(
                "the lease runs out",
                () -> provisionings
                        .claim(UUID.randomUUID(), Duration.ofMillis(1))
                        .isPresent());
        ProvisioningTask late =
                claims.stream().flatMap(Optional::stream).findFirst().orElseThrow();
        assertThat(provisionings.done(late)).isFalse();
    }

    @Test
    void whatIsAskedDuringTheWorkIsNotLost() {
        String token = people.token(people.owner());
        stopWorkers();
        String email = register(token, TestPeople.newEmail());
        ProvisioningTask task =
                provisionings.claim(UUID.randomUUID(), Duration.ofMinutes(1)).orElseThrow();
        provisionings.request(List.of(task.userId()));
        assertThat(provisionings.done(task)).isTrue();
        assertThat(provisionings.claim(UUID.randomUUID(), Duration.ofMillis(1)))
                .get()
                .matches(again -> again.userId().equals(userId(email)));
    }

    @Test
    void suspensionReachesEverybodyBelow() {
        Party dealer = people.subDealer();
        String email = register(dealer);
        Await.until("provisioned", () -> status(email).equals("PROVISIONED"));
        String owner = people.token(people.owner());
        api.post("/api/v1/accounts/" + dealer.accountId() + "/suspend", owner, null)
                .expect(200);
        Await.until("disabled", () -> provider.withEmail(email).stream().noneMatch(Person::enabled));
        Await.until("logged out", () -> provider.endedSessionsOf(email) > 0);
        api.post("/api/v1/accounts/" + dealer.accountId() + "/reinstate", owner, null)
                .expect(200);
        Await.until("enabled", () -> provider.withEmail(email).stream().allMatch(Person::enabled));
        assertThat(provider.invitationsOf(email)).isEqualTo(1);
    }

    @Test
    void whatDiffersIsRepaired() {
        String email = register(people.owner());
        Await.until("provisioned", () -> status(email).equals("PROVISIONED"));
        Person person = provider.withEmail(email).getFirst();

        provider.tamper(new Person(person.userId(), UUID.randomUUID(), email, person.name(), false));
        Await.until("repaired", () -> provider.withEmail(email).equals(List.of(person)));
        assertThat(provider.invitationsOf(email)).isEqualTo(1);

        provider.delete(email);
        Await.until("made anew", () -> provider.withEmail(email).size() == 1);
        Await.until("invited anew", () -> provider.invitationsOf(email) == 2);
    }

    /** Once nothing is due, so that what becomes due is the test's own. */
    private void stopWorkers() {
        Await.until("nothing is due", () -> provisionings.backlog().tasks() == 0);
        workers.stop();
    }

    private String register(Party parent) {
        return register(people.token(parent), TestPeople.newEmail());
    }

    private String register(String token, String email) {
        ApiResponse answer = api.post(
                "/api/v1/accounts", token, Map.of("tier", "CUSTOMER", "name", "Paula Provisioned", "email", email));
        answer.expect(201);
        return email;
    }

    private String status(String email) {
        return jdbc.sql("SELECT provisioning FROM users WHERE email = ?")
                .param(email)
                .query(String.class)
                .single();
    }

    private UUID userId(String email) {
        return Objects.requireNonNull(jdbc.sql("SELECT id FROM users WHERE email = ?")
                .param(email)
                .query(UUID.class)
                .single());
    }
}
