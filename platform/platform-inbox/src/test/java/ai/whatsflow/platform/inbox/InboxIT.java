package ai.whatsflow.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.inbox.InboxTestApplication.Behaviour;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.PlatformIT;
import ai.whatsflow.platform.test.Race;
import ai.whatsflow.platform.test.TestEvents;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@PlatformIT
class InboxIT {

    @Autowired
    TestEvents events;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Behaviour behaviour;

    @Autowired
    InboxRedrive redrive;

    @Autowired
    ApiClient api;

    @BeforeEach
    void empty() {
        jdbc.execute("CREATE TABLE IF NOT EXISTS effect (key text NOT NULL, n int NOT NULL)");
        jdbc.execute("TRUNCATE effect, inbox_parked");
        behaviour.poison.clear();
        behaviour.failuresThatPass.set(0);
    }

    @Test
    void appliesADuplicateOnce() {
        UUID id = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            events.publish(id, "t.single", "a", "t.single.counted.v1", counted("a", 1));
        }
        publish("single", "a", 2);
        awaitEffects("a", List.of(1, 2));
    }

    @Test
    void triesAgainInOrderWhenAFailurePasses() {
        behaviour.failuresThatPass.set(3);
        publish("single", "b", 1);
        publish("single", "b", 2);
        awaitEffects("b", List.of(1, 2));
        assertThat(redrive.parked()).containsEntry("parked", 0L);
    }

    @Test
    void parksPoisonWithWhatComesBehindItAndLetsOtherKeysPass() {
        behaviour.poison.add(1);
        publish("single", "c", 1);
        publish("single", "c", 2);
        publish("single", "d", 7);
        publish("single", "c", 3);
        awaitEffects("d", List.of(7));
        Await.until("three are parked", () -> redrive.parked().get("parked") == 3);
        assertThat(effects("c")).isEmpty();

        behaviour.poison.clear();
        assertThat(redrive.redrive("inbox-test.single", "t.single", "c")).isEqualTo(3);
        assertThat(effects("c")).containsExactly(1, 2, 3);
        publish("single", "c", 4);
        awaitEffects("c", List.of(1, 2, 3, 4));
    }

    @Test
    void parksWhatCanNotBeRead() {
        events.publish("t.single", "e", "t.single.counted.v1", "{\"key\": \"e\", \"n\": \"many\"}");
        Await.until("it is parked", () -> redrive.parked().get("parked") == 1);
    }

    @Test
    void findsTheOnePoisonRecordOfABatch() {
        behaviour.poison.add(5);
        for (int i = 0; i < 10; i++) {
            publish("batch", "k" + i, i);
        }
        Await.until("nine are applied", () -> count() == 9 && redrive.parked().get("parked") == 1);
    }

    @Test
    void readsEverythingInEveryReplica() {
        publish("replica", "x", 11);
        publish("replica", "y", 12);
        Await.until("both are seen", () -> behaviour.replicaSaw.containsAll(List.of(11, 12)));
    }

    @Test
    void replaysTheStoredAnswer() {
        ApiResponse first = order("key-1", Map.of("n", 1)).expect(201);
        ApiResponse again = order("key-1", Map.of("n", 1)).expect(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo("/orders/1");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        order("key-1", Map.of("n", 2)).expectProblem(422, "idempotency-key-reused");
        assertThat(effects("order")).containsExactly(1);
    }

    @Test
    void storesNothingWhenTheEffectFails() {
        order("key-2", Map.of("n", 1, "fail", true)).expectProblem(500, "internal");
        assertThat(count()).isZero();
        order("key-2", Map.of("n", 1)).expect(201);
    }

    @Test
    void answersConflictWhileTheFirstIsRunning() {
        List<ApiResponse> answers = Race.of(8, number -> order("key-3", Map.of("n", 1, "slow", true)));
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).isNotEmpty();
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> answer.expectProblem(409, "request-in-flight"));
        assertThat(effects("order")).containsExactly(1);
    }

    @Test
    void asksForTheKeyWhereMoneyMoves() {
        api.post("/orders", null, Map.of("n", 1)).expectProblem(400, "idempotency-key-required");
        order("has space", Map.of("n", 1)).expectProblem(400, "unreadable");
    }

    private ApiResponse order(String key, Map<String, Object> body) {
        return api.post("/orders", null, body, "Idempotency-Key", key);
    }

    private void publish(String kind, String key, int n) {
        events.publish("t." + kind, key, "t." + kind + ".counted.v1", counted(key, n));
    }

    private static Map<String, Object> counted(String key, int n) {
        return Map.of("key", key, "n", n, "unknownField", true);
    }

    private void awaitEffects(String key, List<Integer> expected) {
        Await.until("effects of " + key + " are " + expected, () -> effects(key).equals(expected));
    }

    private List<Integer> effects(String key) {
        return jdbc.queryForList("SELECT n FROM effect WHERE key = ? ORDER BY ctid", Integer.class, key);
    }

    private int count() {
        return jdbc.queryForObject("SELECT count(*) FROM effect", Integer.class);
    }
}
