package ai.whatsflow.instance;

import ai.whatsflow.instance.assignment.DeliverSessionCommands;
import ai.whatsflow.instance.assignment.PlaceSessions;
import ai.whatsflow.instance.dispatch.DispatchLanes;
import ai.whatsflow.instance.node.Nodes;
import ai.whatsflow.instance.support.FakeNode;
import ai.whatsflow.instance.support.Neighbours;
import ai.whatsflow.instance.support.Topics;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.PlatformIT;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The service with its loops standing still: a test takes each step itself. */
@PlatformIT
@DirtiesContext
@Import(Topics.class)
@TestPropertySource(properties = {"instance.runtime.enabled=false", "instance.dispatch.gap.simulated=0ms"})
abstract class SteppedIT {

    @Autowired
    ApiClient api;

    @Autowired
    TestTokens tokens;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestEvents events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Nodes nodes;

    @Autowired
    PlaceSessions placeSessions;

    @Autowired
    DeliverSessionCommands deliverSessionCommands;

    @Autowired
    DispatchLanes dispatchLanes;

    Neighbours neighbours;

    private final List<FakeNode> started = new ArrayList<>();

    @BeforeEach
    void begin() {
        neighbours = new Neighbours(events, jdbc);
        String owner = tokens.user(accounts.owner());
        Await.until(
                "the owner is known", () -> api.get("/api/v1/instances", owner).status() == 200);
    }

    @AfterEach
    void closeNodes() {
        started.forEach(node -> {
            node.exit();
            neighbours.publish(node, "OFFLINE", false);
            node.close();
        });
        jdbc.sql("UPDATE instances SET state = 'DELETED', deleted_at = now()").update();
        jdbc.sql("UPDATE lanes SET has_work = false").update();
    }

    FakeNode node() {
        FakeNode node = new FakeNode(api);
        started.add(node);
        neighbours.publish(node, "ONLINE", true);
        return node;
    }

    Party customer() {
        Party customer = accounts.customer();
        neighbours.subscribe(customer, 50);
        return customer;
    }

    UUID create(Party party) {
        return UUID.fromString(
                api.post("/api/v1/instances", tokens.user(party), Map.of("name", "Front desk", "engine", "simulated"))
                        .expect(201)
                        .at("/instanceId"));
    }

    /** An instance that a node holds and has online. */
    UUID online(Party party, FakeNode node) {
        UUID instance = create(party);
        placeSessions.place();
        deliver(node);
        node.online(instance, epoch(instance));
        return instance;
    }

    int deliver(FakeNode node) {
        return deliverSessionCommands.deliver(nodes.find(node.serverId).orElseThrow());
    }

    int dispatch(FakeNode node) {
        return dispatchLanes.dispatch(nodes.find(node.serverId).orElseThrow());
    }

    long epoch(UUID instance) {
        return jdbc.sql("SELECT epoch FROM assignments WHERE instance_id = :id")
                .param("id", instance)
                .query(Long.class)
                .single();
    }

    UUID owner(UUID instance) {
        return jdbc.sql("SELECT server_id FROM assignments WHERE instance_id = :id")
                .param("id", instance)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    /** The lease runs out while we were at work all along. */
    void letLeaseExpire(UUID instance) {
        jdbc.sql("UPDATE pulse SET beat_at = clock_timestamp(), resume_at = clock_timestamp()")
                .update();
        jdbc.sql("UPDATE assignments SET expires_at = clock_timestamp() - interval '1 ms' WHERE instance_id = :id")
                .param("id", instance)
                .update();
    }

    String statusOf(UUID message) {
        return jdbc.sql("SELECT status || coalesce(' ' || reason, '') FROM dispatches WHERE message_id = :id")
                .param("id", message)
                .query(String.class)
                .single();
    }

    /** Makes every lane due, as if its next look had come. */
    void lookAgain() {
        jdbc.sql("""
                        UPDATE lanes SET check_at = clock_timestamp()
                        WHERE instance_id IN (SELECT instance_id FROM lanes ORDER BY instance_id FOR UPDATE)
                        """).update();
    }
}
