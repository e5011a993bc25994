package ai.whatsflow.instance;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.instance.support.FakeNode;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.Race;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        node.load(instance, 1).expectProblem(404, "not-found");
        assertThat(node.save(instance, 1, 0, state)
                        .expect(200)
                        .json()
                        .get("version")
                        .asLong())
                .isEqualTo(1);
        node.save(instance, 1, 0, state).expectProblem(409, "stale-epoch");
        node.save(instance, 2, 1, state).expectProblem(409, "stale-epoch");
        assertThat(node.save(instance, 1, 1, state)
                        .expect(200)
                        .json()
                        .get("version")
                        .asLong())
                .isEqualTo(2);
        assertThat(jdbc.sql("""
                                SELECT count(*) FROM vaults
                                WHERE position(convert_to(:plain, 'UTF8') in sealed) > 0
                                """).param("plain", secret).query(Long.class).single())
                .isZero();

        FakeNode other = node();
        node.exit();
        neighbours.publish(node, "OFFLINE", false);
        placeSessions.place();
        node.save(instance, 1, 2, "zombie".getBytes(StandardCharsets.UTF_8)).expectProblem(409, "stale-epoch");
        node.load(instance, 1).expectProblem(409, "stale-epoch");
        other.load(instance, 1).expectProblem(409, "stale-epoch");
        assertThat(other.load(instance, 2).expect(200).json().get("state").binaryValue())
                .isEqualTo(state);
        node.report(instance, 1, "session-state", Map.of("state", "LOGGED_OUT")).expect(200);
        assertThat(api.get("/api/v1/instances/" + instance, tokens.user(customer))
                        .at("/state"))
                .isEqualTo("STARTING");
        other.load(instance, 2).expect(200);
    }

    @Test
    void savesOneOfManyConcurrentStates() {
        UUID instance = online(customer, node);
        node.save(instance, 1, 0, new byte[] {1}).expect(200);

        List<Integer> statuses =
                Race.of(8, i -> node.save(instance, 1, 1, new byte[] {(byte) i}).status());

        assertThat(statuses)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 409)
                .hasSize(7);
    }

    @Test
    void refusesNodesItDoesNotKnow() {
        UUID instance = online(customer, node);
        Map<String, Object> body = Map.of("bootId", node.bootId, "leases", List.of());
        String path = "/node-api/v1/lease-renewals";

        api.post(path, null, body).expectProblem(401, "node-token-invalid");
        api.post(path, node.forgedToken(), body).expectProblem(401, "node-token-invalid");
        api.post(path, tokens.user(customer), body).expectProblem(401, "node-token-invalid");
        api.post(path, node.token(), Map.of("bootId", UUID.randomUUID(), "leases", List.of()))
                .expectProblem(401, "node-token-invalid");
        api.get("/node-api/v1/vault/" + instance + "?epoch=1", node.forgedToken())
                .expectProblem(401, "node-token-invalid");
        api.post("/node-api/v1/events", node.forgedToken(), Map.of()).expect(401);
        api.post(path, node.token(), Map.of("bootId", node.bootId)).expectProblem(422, "invalid");
        api.post("/node-api/v1/events", node.token(), Map.of("bootId", node.bootId, "events", List.of()))
                .expectProblem(422, "invalid");
        assertThat(node.renew(UUID.randomUUID(), 1).at("/items/0/result")).isEqualTo("MISSING");
    }
}
