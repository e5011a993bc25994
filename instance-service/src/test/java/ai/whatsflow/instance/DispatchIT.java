package ai.whatsflow.instance;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.instance.dispatch.EndWaiting;
import ai.whatsflow.instance.dispatch.KeepPartitions;
import ai.whatsflow.instance.support.FakeNode;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.PublishedEvent;
import ai.whatsflow.platform.test.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

class DispatchIT extends SteppedIT {

    private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));

    @Autowired
    EndWaiting endWaiting;

    @Autowired
    KeepPartitions keepPartitions;

    @Autowired
    TransactionOperations transaction;

    private Party customer;
    private FakeNode node;
    private UUID instance;

    @BeforeEach
    void oneLane() {
        customer = customer();
        node = node();
        instance = online(customer, node);
    }

    @Test
    void sendsALaneInOrderAndTellsEachStatusOnce() {
        List<UUID> messages = neighbours.queue(customer, instance, 30);
        assertThat(dispatch(node)).isEqualTo(1);
        assertThat(node.sent).isEqualTo(messages);
        assertThat(node.commands("SEND").getFirst().get("whatsappId").asString())
                .isEqualTo(
                        "3EB0" + messages.getFirst().toString().replace("-", "").toUpperCase());

        List<Map<String, Object>> log = new ArrayList<>();
        messages.forEach(message -> log.add(sent(message)));
        messages.forEach(message -> log.add(receipt("delivered", message)));
        node.report(log).expect(200);
        node.report(log).expect(200);
        node.report(List.of(receipt("read", messages.getFirst()))).expect(200);

        assertThat(outcomes("sent", 30)).hasSize(30);
        assertThat(outcomes("delivered", 30)).hasSize(30);
        assertThat(outcomes("read", 1))
                .singleElement()
                .satisfies(event -> assertThat(event.payload().get("messageId").asString())
                        .isEqualTo(messages.getFirst().toString()));
        lookAgain();
        dispatch(node);
        assertThat(node.commands("SEND")).hasSize(30);
        assertThat(jdbc.sql("SELECT has_work FROM lanes WHERE instance_id = :id")
                        .param("id", instance)
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void raisesStatusesOnlyWhateverTheirOrder() {
        List<UUID> messages = neighbours.queue(customer, instance, 3);
        dispatch(node);
        UUID first = messages.get(0);
        node.report(List.of(receipt("read", first))).expect(200);
        node.report(List.of(sent(first), receipt("delivered", first), failed(first)))
                .expect(200);
        UUID second = messages.get(1);
        node.report(List.of(failed(second))).expect(200);
        node.report(List.of(sent(second))).expect(200);

        assertThat(statusOf(first)).isEqualTo("READ");
        assertThat(statusOf(second)).isEqualTo("SENT");
        assertThat(outcomes("read", 1)).hasSize(1);
        assertThat(outcomes("failed", 1)).singleElement().satisfies(event -> {
            assertThat(event.payload().get("messageId").asString()).isEqualTo(second.toString());
            assertThat(event.payload().get("reason").asString()).isEqualTo("no-such-number");
        });
        assertThat(outcomes("sent", 1)).hasSize(1);
        assertThat(events.read("instance.dispatch"))
                .noneMatch(event -> event.type().equals("instance.dispatch.delivered.v1")
                        && event.key().equals(instance.toString()));
    }

    @Test
    void acknowledgesALogWithEntriesItCannotUse() {
        UUID message = neighbours.queue(customer, instance, 1).getFirst();
        dispatch(node);
        neighbours.publish(node, "SUSPECT", true);
        UUID foreign = online(customer(), node());
        var response = node.report(List.of(
                        node.event(instance, 1, "solar-flare", Map.of()),
                        node.event(instance, 1, "delivered", Map.of("whatsappId", "not-ours")),
                        node.event(instance, 1, "session-state", Map.of("state", "LEVITATING")),
                        node.event(foreign, 1, "session-state", Map.of("state", "LOGGED_OUT")),
                        node.event(instance, 1, "inbound", Map.of("whatsappId", "3A", "from", "+94", "text", "hi")),
                        sent(message)))
                .expect(200);

        assertThat(response.json().get("ackedThrough").asLong()).isPositive();
        assertThat(statusOf(message)).isEqualTo("SENT");
        assertThat(jdbc.sql("SELECT state FROM instances WHERE id = :id")
                        .param("id", foreign)
                        .query(String.class)
                        .single())
                .isEqualTo("ONLINE");
    }

    @Test
    void queuesAMessageOnceHoweverOftenItComes() {
        UUID eventId = UUID.randomUUID();
        UUID message = neighbours.queue(customer, instance, "+94771234567", TOMORROW);
        neighbours.queue(eventId, message, customer.accountId(), instance, "+94771234567", TOMORROW);
        neighbours.queue(eventId, message, customer.accountId(), instance, "+94771234567", TOMORROW);
        UUID last = neighbours.queue(customer, instance, 1).getFirst();

        dispatch(node);
        assertThat(node.commands("SEND"))
                .extracting(command -> command.get("messageId").asString())
                .containsExactly(message.toString(), last.toString());
    }

    /** What is over stays for weeks: a look that walked it would cost more with every message. */
    @Test
    void looksOnlyAtWhatIsStillOpen() {
        jdbc.sql("""
                        INSERT INTO dispatches (message_id, instance_id, account_id, recipient, body, queued_at,
                                                expires_at, status, rank)
                        SELECT uuidv7(), :instance, :account, '+94771234567', 'over', now(), now(), 'READ', 4
                        FROM generate_series(1, 20000)
                        """)
                .param("instance", instance)
                .param("account", customer.accountId())
                .update();
        neighbours.queue(customer, instance, 5);
        dispatch(node);
        jdbc.sql("ANALYZE dispatches").update();

        long read = transaction.execute(status -> {
            // The driver and then the server settle on a plan only after so many executions.
            for (int look = 0; look < 15; look++) {
                lookAgain();
                dispatch(node);
                endWaiting.end();
            }
            return jdbc.sql("""
                            SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) FROM pg_stat_xact_user_tables
                            WHERE relname LIKE 'dispatches%'
                            """).query(Long.class).single();
        });

        assertThat(read).isBetween(15L, 15 * 40L);
    }

    @Test
    void neverLetsTwoDispatchersIntoOneLane() {
        List<UUID> lanes = List.of(instance, online(customer, node), online(customer, node));
        List<List<UUID>> messages = lanes.stream()
                .map(lane -> neighbours.queue(customer, lane, 250))
                .toList();
        node.delayMillis = 15;
        // On a slow machine the queueing takes longer than a lease.
        jdbc.sql("UPDATE assignments SET expires_at = clock_timestamp() + interval '5 min'")
                .update();

        Race.of(6, i -> {
            for (int round = 0; round < 5; round++) {
                dispatch(node);
                lookAgain();
            }
            return 0;
        });

        assertThat(node.overlaps).isEmpty();
        // Who finds every lane taken goes away with nothing done: on a slow machine the race may leave some.
        for (int round = 0; round < 10; round++) {
            lookAgain();
            dispatch(node);
        }
        assertThat(node.commands("SEND")).hasSize(750);
        for (int i = 0; i < lanes.size(); i++) {
            List<UUID> lane = messages.get(i);
            assertThat(node.sent.stream().filter(lane::contains).toList()).isEqualTo(lane);
        }
    }

    @Test
    void sendsUnknownOutcomesAgainFromTheNewOwnerUnderTheSameIds() {
        List<UUID> messages = neighbours.queue(customer, instance, 20);
        dispatch(node);
        List<Map<String, Object>> backlog = new ArrayList<>();
        messages.subList(0, 12).forEach(message -> backlog.add(sent(message)));
        node.report(backlog.subList(0, 5)).expect(200);
        FakeNode other = node();
        node.exit();
        neighbours.publish(node, "OFFLINE", false);
        placeSessions.place();
        deliver(other);
        other.online(instance, 2);
        lookAgain();
        dispatch(other);

        assertThat(other.sent).isEqualTo(messages.subList(5, 20));
        assertThat(other.commands("SEND"))
                .allMatch(command -> command.get("epoch").asLong() == 2);
        assertThat(other.commands("SEND").getFirst().get("whatsappId"))
                .isEqualTo(node.commands("SEND").get(5).get("whatsappId"));
        messages.forEach(message -> other.report(List.of(other.event(
                        instance, 2, "sent", Map.of("messageId", message, "whatsappId", whatsappId(message)))))
                .expect(200));
        node.report(backlog).expect(200);
        assertThat(outcomes("sent", 20)).hasSize(20);
    }

    @Test
    void neverSendsAgainWhereASecondSendWouldBeASecondMessage() {
        node.idempotentSend = false;
        neighbours.publish(node, "ONLINE", true);
        List<UUID> messages = neighbours.queue(customer, instance, 3);
        Map<String, Object> before = lane();
        dispatch(node);
        // As it is when whoever told the node dies before it says so: claimed, and nothing settled.
        jdbc.sql("""
                        UPDATE lanes SET claim_id = gen_random_uuid(), claimed_until = now() - interval '1 s',
                               submitted_through = :submitted
                        WHERE instance_id = :id
                        """)
                .param("id", instance)
                .param("submitted", before.get("submitted_through"))
                .update();
        List<UUID> later = neighbours.queue(customer, instance, 2);
        lookAgain();
        dispatch(node);

        assertThat(node.commands("SEND").stream()
                        .map(command -> UUID.fromString(command.get("messageId").asString())))
                .containsExactly(messages.get(0), messages.get(1), messages.get(2), later.get(0), later.get(1));
        node.report(List.of(sent(messages.get(1)))).expect(200);
        jdbc.sql("UPDATE dispatches SET expires_at = now() - interval '1 s' WHERE instance_id = :id")
                .param("id", instance)
                .update();
        endWaiting.end();
        assertThat(jdbc.sql("SELECT status || coalesce(' ' || reason, '') FROM dispatches"
                                + " WHERE instance_id = :id ORDER BY position LIMIT 3")
                        .param("id", instance)
                        .query(String.class)
                        .list())
                .containsExactly("FAILED outcome-unknown", "SENT", "FAILED outcome-unknown");
    }

    private Map<String, Object> lane() {
        return jdbc.sql("SELECT * FROM lanes WHERE instance_id = :id")
                .param("id", instance)
                .query()
                .singleRow();
    }

    @Test
    void sendsAgainWhatTheNodeNeverAnswered() {
        List<UUID> messages = neighbours.queue(customer, instance, 3);
        node.status = 500;
        dispatch(node);
        node.status = 200;
        lookAgain();
        dispatch(node);

        assertThat(node.commands("SEND")).hasSize(6);
        assertThat(node.sent).isEqualTo(messages);
    }

    @Test
    void givesAgainWhatStaysWithoutAnOutcome() {
        List<UUID> messages = neighbours.queue(customer, instance, 3);
        dispatch(node);
        node.report(List.of(sent(messages.getFirst()))).expect(200);
        jdbc.sql("UPDATE lanes SET progress_at = now() - interval '1 min', settled_through = settled_through + 1"
                        + " WHERE instance_id = :id")
                .param("id", instance)
                .update();
        lookAgain();
        dispatch(node);

        assertThat(node.commands("SEND")).hasSize(5);
        assertThat(node.sent).isEqualTo(messages);
    }

    @Test
    void keepsTheOrderWhenTheNodeIsBusyInBetween() {
        List<UUID> messages = neighbours.queue(customer, instance, 10);
        AtomicInteger taken = new AtomicInteger();
        node.answer = command -> taken.getAndIncrement() < 4 ? "ACCEPTED" : "BUSY";
        dispatch(node);
        node.answer = command -> "ACCEPTED";
        lookAgain();
        dispatch(node);

        assertThat(node.sent).isEqualTo(messages);
    }

    @Test
    void waitsWhileTheSessionIsNotOnline() {
        node.report(instance, 1, "session-state", Map.of("state", "RECONNECTING"))
                .expect(200);
        neighbours.queue(customer, instance, 2);
        assertThat(dispatch(node)).isZero();
        node.online(instance, 1);

        assertThat(dispatch(node)).isEqualTo(1);
        assertThat(node.sent).hasSize(2);
    }

    @Test
    void sendsNothingUnderALeaseThatHasExpired() {
        neighbours.queue(customer, instance, 2);
        letLeaseExpire(instance);

        assertThat(dispatch(node)).isZero();
        assertThat(node.sent).isEmpty();
    }

    @Test
    void checksConsentOnceMore() {
        UUID refused = neighbours.queue(customer, instance, "+94770009999", TOMORROW);
        UUID wanted = neighbours.queue(customer, instance, 1).getFirst();
        neighbours.unsubscribe(customer, "+94770009999");
        neighbours.unsubscribe(customer(), "+94771000000");
        dispatch(node);

        assertThat(node.sent).containsExactly(wanted);
        assertThat(statusOf(refused)).isEqualTo("FAILED recipient-opted-out");
        assertThat(outcomes("failed", 1)).hasSize(1);
    }

    @Test
    void checksTheSubscriptionOnceMore() {
        UUID message = neighbours.queue(customer, instance, 1).getFirst();
        neighbours.expire(customer);
        dispatch(node);

        assertThat(node.sent).isEmpty();
        assertThat(statusOf(message)).isEqualTo("FAILED subscription-expired");
    }

    @Test
    void checksTheAccountOnceMore() {
        UUID message = neighbours.queue(customer, instance, 1).getFirst();
        accounts.suspend(customer);
        dispatch(node);

        assertThat(node.sent).isEmpty();
        assertThat(statusOf(message)).isEqualTo("FAILED account-suspended");
    }

    @Test
    void refusesMessagesForInstancesThatAreNotTheAccounts() {
        Party other = customer();
        UUID foreign = neighbours.queue(other, instance, "+94771234567", TOMORROW);
        UUID unknown = neighbours.queue(customer, UUID.randomUUID(), "+94771234567", TOMORROW);
        neighbours.awaitQueued(List.of(foreign, unknown));
        dispatch(node);

        assertThat(node.sent).isEmpty();
        assertThat(statusOf(foreign)).isEqualTo("FAILED instance-unknown");
        assertThat(statusOf(unknown)).isEqualTo("FAILED instance-unknown");
    }

    @Test
    void endsMessagesWhoseTimeIsOver() {
        UUID late = neighbours.queue(
                customer, instance, "+94771234567", Instant.now().minusSeconds(1));
        UUID open = neighbours.queue(customer, instance, 1).getFirst();
        dispatch(node);
        assertThat(statusOf(late)).isEqualTo("EXPIRED waited-too-long");
        assertThat(node.sent).containsExactly(open);
        node.report(instance, 1, "session-state", Map.of("state", "RECONNECTING"))
                .expect(200);
        UUID waiting = neighbours.queue(
                customer, instance, "+94771234568", Instant.now().minusSeconds(1));
        neighbours.awaitQueued(List.of(waiting));
        jdbc.sql("UPDATE dispatches SET expires_at = now() WHERE message_id = :id")
                .param("id", open)
                .update();

        Race.of(3, i -> endWaiting.end());

        assertThat(statusOf(waiting)).isEqualTo("EXPIRED waited-too-long");
        assertThat(statusOf(open)).isEqualTo("FAILED outcome-unknown");
        assertThat(outcomes("expired", 2)).hasSize(2);
        node.report(List.of(sent(open))).expect(200);
        assertThat(statusOf(open)).isEqualTo("SENT");
    }

    @Test
    void failsWhatWaitsInADeletedInstance() {
        node.report(instance, 1, "session-state", Map.of("state", "RECONNECTING"))
                .expect(200);
        UUID message = neighbours.queue(customer, instance, 1).getFirst();
        api.delete("/api/v1/instances/" + instance, tokens.user(customer)).expect(204);
        assertThat(endWaiting.end()).isEqualTo(1);
        assertThat(endWaiting.end()).isZero();

        assertThat(statusOf(message)).isEqualTo("FAILED instance-deleted");
    }

    @Test
    void keepsMessagesInWeeklyPartitionsAndDropsOldOnes() {
        UUID message = neighbours.queue(customer, instance, 1).getFirst();
        assertThat(jdbc.sql("SELECT tableoid::regclass::text FROM dispatches WHERE message_id = :id")
                        .param("id", message)
                        .query(String.class)
                        .single())
                .matches("dispatches_\\d{8}");
        jdbc.sql("SELECT ensure_dispatch_partition(now() - interval '60 days') IS NULL")
                .query(Boolean.class)
                .single();

        assertThat(keepPartitions.keep()).hasSize(1);
        assertThat(keepPartitions.keep()).isEmpty();
        assertThat(statusOf(message)).isEqualTo("PENDING");
    }

    private Map<String, Object> sent(UUID message) {
        return node.event(instance, 1, "sent", Map.of("messageId", message, "whatsappId", whatsappId(message)));
    }

    private Map<String, Object> failed(UUID message) {
        return node.event(
                instance,
                1,
                "failed",
                Map.of("messageId", message, "whatsappId", whatsappId(message), "reason", "no-such-number"));
    }

    private Map<String, Object> receipt(String type, UUID message) {
        return node.event(instance, 1, type, Map.of("whatsappId", whatsappId(message)));
    }

    private static String whatsappId(UUID message) {
        return "3EB0" + message.toString().replace("-", "").toUpperCase();
    }

    private List<PublishedEvent> outcomes(String fact, int atLeast) {
        return events.await(
                "instance.dispatch",
                event -> event.key().equals(instance.toString())
                        && event.type().equals("instance.dispatch." + fact + ".v1"),
                atLeast);
    }
}
