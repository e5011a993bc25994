package ai.whatsflow.instance.support;

import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.TestEvents;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Speaks for billing, contact, messaging and the registry, and waits until they have been heard. */
public final class Neighbours {

    private static final NoArgGenerator MESSAGE_IDS = Generators.timeBasedEpochGenerator();

    private final TestEvents events;
    private final JdbcClient jdbc;
    private final Map<UUID, Long> versions = new HashMap<>();

    public Neighbours(TestEvents events, JdbcClient jdbc) {
        this.events = events;
        this.jdbc = jdbc;
    }

    public void subscribe(Party party, @Nullable Integer devices) {
        subscription(party, "started", "ACTIVE", devices, Instant.now().plus(Duration.ofDays(30)));
    }

    public void expire(Party party) {
        subscription(party, "expired", "EXPIRED", 5, Instant.now());
    }

    private void subscription(Party party, String fact, String status, @Nullable Integer devices, Instant periodEnd) {
        long version = versions.merge(party.accountId(), 1L, Long::sum);
        Map<String, Object> limits = new HashMap<>();
        limits.put("devices", devices);
        limits.put("messages", 1_000);
        events.publish(
                "billing.subscription",
                party.accountId().toString(),
                "billing.subscription." + fact + ".v1",
                Map.of(
                        "subscriptionId", party.accountId(),
                        "version", version,
                        "accountId", party.accountId(),
                        "status", status,
                        "entitlement",
                                Map.of(
                                        "periodStart", Instant.now().minus(Duration.ofDays(1)),
                                        "periodEnd", periodEnd,
                                        "limits", limits),
                        "at", Instant.now()));
        Await.until(
                "the entitlement is known",
                () -> exists(
                        "SELECT count(*) FROM entitlements WHERE account_id = :a AND version >= :b",
                        party.accountId(),
                        version));
    }

    public void unsubscribe(Party party, String phone) {
        UUID contact = UUID.randomUUID();
        events.publish(
                "contact.consent",
                contact.toString(),
                "contact.consent.unsubscribed.v1",
                Map.of(
                        "contactId",
                        contact,
                        "version",
                        1,
                        "accountId",
                        party.accountId(),
                        "phone",
                        phone,
                        "subscribed",
                        false,
                        "blocked",
                        false,
                        "at",
                        Instant.now()));
        Await.until(
                "the refusal is known",
                () -> exists("SELECT count(*) FROM consents WHERE contact_id = :a AND :b = 1", contact, 1L));
    }

    /** Publishes the node's health and waits until it is stored. */
    public void publish(FakeNode node, String status, boolean running) {
        Map<String, Object> health = node.health(status, running);
        events.publish("registry.server-health", node.serverId.toString(), "registry.server-health.changed.v1", health);
        Await.until(
                "the node is known",
                () -> exists(
                        "SELECT count(*) FROM nodes WHERE server_id = :a AND version >= :b",
                        node.serverId,
                        ((Number) health.get("version")).longValue()));
    }

    /** Queues that many messages and waits until they are in their lane. */
    public List<UUID> queue(Party party, UUID instanceId, int count) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(queue(
                    party, instanceId, "+9477" + (1_000_000 + i), Instant.now().plus(Duration.ofHours(24))));
        }
        awaitQueued(ids);
        return ids;
    }

    public UUID queue(Party party, UUID instanceId, String to, Instant expiresAt) {
        UUID message = MESSAGE_IDS.generate();
        queue(UUID.randomUUID(), message, party.accountId(), instanceId, to, expiresAt);
        return message;
    }

    public void queue(UUID eventId, UUID message, UUID account, UUID instanceId, String to, Instant expiresAt) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("messageId", message);
        payload.put("accountId", account);
        payload.put("instanceId", instanceId);
        payload.put("to", to);
        payload.put("text", "Hello " + to);
        payload.put("queuedAt", Instant.now());
        payload.put("expiresAt", expiresAt);
        events.publish(eventId, "messaging.message", instanceId.toString(), "messaging.message.queued.v1", payload);
    }

    public void awaitQueued(List<UUID> messages) {
        Await.until(
                "all are in their lane",
                () -> jdbc.sql("SELECT count(*) FROM dispatches WHERE message_id = ANY (:ids::uuid[])")
                                .param("ids", messages.toArray(UUID[]::new))
                                .query(Integer.class)
                                .single()
                        == messages.size());
    }

    private boolean exists(String sql, UUID id, long version) {
        return jdbc.sql(sql)
                        .param("a", id)
                        .param("b", version)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
