package ai.whatsflow.instance;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.instance.support.FakeNode;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.Race;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AssignmentIT extends SteppedIT {

    private Party customer;
    private FakeNode node;

    @BeforeEach
    void oneNode() {
        customer = customer();
        node = node();
    }

    @Test
    void placesAnInstanceAndStartsItUntilTheNodeHasTakenIt() {
        node.answer = command -> "BUSY";
        UUID instance = create(customer);
        assertThat(placeSessions.place()).isEqualTo(1);
        assertThat(owner(instance)).isEqualTo(node.serverId);

        assertThat(deliver(node)).isEqualTo(1);
        assertThat(deliver(node)).isZero();
        node.answer = command -> "ACCEPTED";
        jdbc.sql("UPDATE assignments SET command_after = now()").update();
        assertThat(deliver(node)).isEqualTo(1);
        jdbc.sql("UPDATE assignments SET command_after = now()").update();
        assertThat(deliver(node)).isZero();

        var start = node.commands("START").getLast();
        assertThat(start.get("epoch").asLong()).isEqualTo(1);
        assertThat(start.get("engine").asString()).isEqualTo("simulated");
        assertThat(start.get("leaseExpiresIn").asString()).matches("PT1[01]\\..*S|PT12S");
        assertThat(api.get("/api/v1/instances/" + instance, tokens.user(customer))
                        .at("/serverId"))
                .isEqualTo(node.serverId.toString());
    }

    @Test
    void leavesASessionWhereItIsWhileItsLeaseRuns() {
        UUID instance = online(customer, node);
        node();
        neighbours.publish(node, "OFFLINE", true);

        assertThat(placeSessions.place()).isZero();
        assertThat(owner(instance)).isEqualTo(node.serverId);
        assertThat(node.renew(instance, 1).expect(200).at("/items/0/result")).isEqualTo("RENEWED");
    }

    @Test
    void movesASessionAtOnceWhenItsNodeHasExited() {
        UUID instance = online(customer, node);
        FakeNode other = node();
        node.exit();
        neighbours.publish(node, "OFFLINE", false);

        assertThat(placeSessions.place()).isEqualTo(1);
        assertThat(owner(instance)).isEqualTo(other.serverId);
        assertThat(epoch(instance)).isEqualTo(2);
        assertThat(node.renew(instance, 1).at("/items/0/result")).isEqualTo("LOST");
        events.await(
                "instance.session",
                event -> event.key().equals(instance.toString())
                        && event.type().equals("instance.session.moved.v1")
                        && event.payload().get("epoch").asLong() == 2,
                1);
    }

    @Test
    void movesASessionAtOnceWhenItsNodeHasANewBoot() {
        UUID instance = online(customer, node);
        UUID oldBoot = node.bootId;
        node.reboot();
        neighbours.publish(node, "ONLINE", true);

        assertThat(placeSessions.place()).isEqualTo(1);
        assertThat(epoch(instance)).isEqualTo(2);
        assertThat(node.renew(instance, 2).at("/items/0/result")).isEqualTo("RENEWED");
        node.bootId = oldBoot;
        assertThat(node.renew(instance, 2).at("/items/0/result")).isEqualTo("LOST");
    }

    @Test
    void movesASessionWhenItsLeaseHasExpiredAndAvoidsTheSilentNode() {
        UUID instance = online(customer, node);
        placeSessions.place();
        FakeNode other = node();
        letLeaseExpire(instance);

        assertThat(placeSessions.place()).isEqualTo(1);
        assertThat(owner(instance)).isEqualTo(other.serverId);
    }

    @Test
    void waitsOneLeaseAfterItsOwnOutage() {
        UUID instance = online(customer, node);
        placeSessions.place();
        node();
        letLeaseExpire(instance);
        jdbc.sql("UPDATE pulse SET beat_at = clock_timestamp() - interval '6 s'")
                .update();

        assertThat(placeSessions.place()).isZero();
        assertThat(placeSessions.place()).isZero();
        assertThat(node.renew(instance, 1).at("/items/0/result")).isEqualTo("RENEWED");
        letLeaseExpire(instance);
        jdbc.sql("UPDATE pulse SET resume_at = clock_timestamp()").update();
        assertThat(placeSessions.place()).isEqualTo(1);
    }

    @Test
    void movesAReleasedSession() {
        UUID instance = online(customer, node);
        node.release(instance, 7).expect(204);
        assertThat(placeSessions.place()).isZero();
        node.release(instance, 1).expect(204);

        assertThat(placeSessions.place()).isEqualTo(1);
        assertThat(epoch(instance)).isEqualTo(2);
    }

    @Test
    void emptiesANodeInMaintenanceStepByStep() {
        List<UUID> instances = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            instances.add(create(customer));
        }
        placeSessions.place();
        deliver(node);
        FakeNode other = node();
        neighbours.publish(node, "MAINTENANCE", true);

        placeSessions.place();
        deliver(node);
        assertThat(node.commands("STOP")).hasSize(5);
        node.commands("STOP")
                .forEach(stop -> node.release(
                                UUID.fromString(stop.get("instanceId").asString()), 1)
                        .expect(204));
        placeSessions.place();
        deliver(node);
        assertThat(node.commands("STOP")).hasSize(8);
        node.commands("STOP")
                .forEach(stop -> node.release(
                                UUID.fromString(stop.get("instanceId").asString()), 1)
                        .expect(204));
        placeSessions.place();

        assertThat(instances).allMatch(instance -> other.serverId.equals(owner(instance)));
    }

    @Test
    void placesEachSessionOnceWhenReplicasPlaceTogether() {
        List<UUID> instances = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            instances.add(create(customer));
        }
        node();

        Race.of(6, i -> placeSessions.place());
        placeSessions.place();

        assertThat(instances).allMatch(instance -> epoch(instance) == 1 && owner(instance) != null);
    }

    @Test
    void refusesStaleEpochsAtLeaseAndVaultAndKeepsStatesSealed() {
        UUID instance = online(customer, node);
        String secret = "ratchet-" + UUID.randomUUID();
        byte[] state = secret.getBytes(StandardCharsets.UTF_8);
        assertThat(outcome(node.load(instance, 1))).isEqualTo("EMPTY");
        assertThat(node.save(instance, 1, 0, state).get("version").asLong()).isEqualTo(1);
        assertThat(outcome(node.save(instance, 1, 0, state))).isEqualTo("STALE");
        assertThat(outcome(node.save(instance, 2, 1, state))).isEqualTo("STALE");
        assertThat(node.save(instance, 1, 1, state).get("version").asLong()).isEqualTo(2);
        assertThat(jdbc.sql("""
                                SELECT count(*) FROM vaults
                                WHERE position(convert_to(:plain, 'UTF8') in sealed) > 0
                                """).param("plain", secret).query(Long.class).single())
                .isZero();

        FakeNode other = node();
        node.exit();
        neighbours.publish(node, "OFFLINE", false);
        placeSessions.place();
        assertThat(outcome(node.save(instance, 1, 2, "zombie".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("STALE");
        assertThat(outcome(node.load(instance, 1))).isEqualTo("STALE");
        assertThat(outcome(other.load(instance, 1))).isEqualTo("STALE");
        assertThat(other.load(instance, 2).get("state").binaryValue()).isEqualTo(state);
        node.report(instance, 1, "session-state", Map.of("state", "LOGGED_OUT")).expect(200);
        assertThat(api.get("/api/v1/instances/" + instance, tokens.user(customer))
                        .at("/state"))
                .isEqualTo("STARTING");
        assertThat(outcome(other.load(instance, 2))).isEqualTo("FOUND");
    }

    @Test
    void readsAndSavesManyStatesEachForItself() {
        UUID linked = online(customer, node);
        UUID fresh = online(customer, node);
        UUID stale = online(customer, node);
        node.save(linked, 1, 0, new byte[] {1});
        node.save(stale, 1, 0, new byte[] {1});

        assertThat(outcomes(node.saveAll(List.of(
                        FakeNode.write(linked, 1, 1, new byte[] {2}),
                        FakeNode.write(fresh, 1, 0, new byte[] {3}),
                        FakeNode.write(stale, 1, 5, new byte[] {4}),
                        FakeNode.write(UUID.randomUUID(), 1, 0, new byte[] {5})))))
                .containsExactly("SAVED", "SAVED", "STALE", "STALE");
        List<Map<String, Object>> reads =
                List.of(FakeNode.read(linked, 1), FakeNode.read(fresh, 2), FakeNode.read(stale, 1));
        ApiResponse answer = node.loadAll(reads);
        assertThat(outcomes(answer)).containsExactly("FOUND", "STALE", "FOUND");
        assertThat(answer.json().at("/results/0/state").binaryValue()).containsExactly(2);
        assertThat(answer.json().at("/results/2/state").binaryValue()).containsExactly(1);
        assertThat(outcomes(node().loadAll(reads))).containsOnly("STALE");
        node.loadAll(List.of(reads.getFirst(), reads.getFirst())).expectProblem(422, "invalid");
        node.loadAll(List.of()).expectProblem(422, "invalid");
    }

    @Test
    void answersAsManyStatesAsFitAndTheOthersLater() {
        List<Map<String, Object>> reads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            UUID instance = online(customer, node);
            assertThat(outcome(node.save(instance, 1, 0, new byte[1_900_000]))).isEqualTo("SAVED");
            reads.add(FakeNode.read(instance, 1));
        }

        List<String> outcomes = outcomes(node.loadAll(reads));

        assertThat(outcomes).containsExactlyInAnyOrder("FOUND", "FOUND", "FOUND", "LATER");
        assertThat(outcomes(node.loadAll(List.of(reads.get(outcomes.indexOf("LATER"))))))
                .containsExactly("FOUND");
    }

    @Test
    void savesOneOfManyConcurrentStates() {
        UUID instance = online(customer, node);
        node.save(instance, 1, 0, new byte[] {1});

        List<String> outcomes = Race.of(8, i -> outcome(node.save(instance, 1, 1, new byte[] {(byte) i})));

        assertThat(outcomes)
                .containsOnlyOnce("SAVED")
                .filteredOn("STALE"::equals)
                .hasSize(7);
    }

    private static String outcome(JsonNode result) {
        return result.get("outcome").asString();
    }

    private static List<String> outcomes(ApiResponse answer) {
        return answer.expect(200)
                .json()
                .get("results")
                .valueStream()
                .map(AssignmentIT::outcome)
                .toList();
    }

    @Test
    void refusesNodesItDoesNotKnow() {
        UUID instance = online(customer, node);
        List<Map<String, Object>> reads = List.of(FakeNode.read(instance, 1));
        Map<String, Object> body = Map.of("bootId", node.bootId, "leases", List.of());
        String path = "/node-api/v1/lease-renewals";

        api.post(path, null, body).expectProblem(401, "node-token-invalid");
        api.post(path, node.forgedToken(), body).expectProblem(401, "node-token-invalid");
        api.post(path, tokens.user(customer), body).expectProblem(401, "node-token-invalid");
        api.post(path, node.token(), Map.of("bootId", UUID.randomUUID(), "leases", List.of()))
                .expectProblem(401, "node-token-invalid");
        api.post("/node-api/v1/vault-reads", node.forgedToken(), Map.of("reads", reads))
                .expectProblem(401, "node-token-invalid");
        api.post("/node-api/v1/events", node.forgedToken(), Map.of()).expect(401);
        api.post(path, node.token(), Map.of("bootId", node.bootId)).expectProblem(422, "invalid");
        api.post("/node-api/v1/events", node.token(), Map.of("bootId", node.bootId, "events", List.of()))
                .expectProblem(422, "invalid");
        assertThat(node.renew(UUID.randomUUID(), 1).at("/items/0/result")).isEqualTo("MISSING");
    }
}
