package ai.whatsflow.gateway.world;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Publishes what identity-service and billing-service would. */
public final class IdentityFeed {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Producer<String, byte[]> producer;
    private final Map<String, UUID> permissionSets = new HashMap<>();
    private final Map<UUID, Long> versions = new HashMap<>();
    private final Party owner;

    IdentityFeed(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer());
        owner = register("OWNER", null, List.of("*:*"));
    }

    public Party owner() {
        return owner;
    }

    public Party customer() {
        return customerOf(owner);
    }

    public Party customerOf(Party parent) {
        return register("CUSTOMER", parent, List.of("messages:*", "instances:*", "contacts:*", "api-keys:*"));
    }

    public Party dealer() {
        return register("SUBDEALER", owner, List.of("accounts:read", "commissions:read", "payouts:read"));
    }

    public Party employee(String... permissions) {
        Party employee = new Party(UUID.randomUUID(), owner.accountId(), "EMPLOYEE", null);
        publishUser(employee, "registered", "ACTIVE", List.of(permissions), null);
        return employee;
    }

    public void account(Party party, String fact, String status) {
        publish(
                "identity.account",
                party.accountId(),
                "identity.account." + fact + ".v1",
                fields(
                        "accountId", party.accountId(),
                        "version", next(party.accountId()),
                        "tier", party.tier(),
                        "name", "n",
                        "parentId", party.parentId(),
                        "path", List.of(),
                        "status", status));
    }

    public void publishUser(
            Party party, String fact, String status, List<String> permissions, @Nullable Instant sessionsRevokedAt) {
        publish(
                "identity.user",
                party.userId(),
                "identity.user." + fact + ".v1",
                fields(
                        "userId", party.userId(),
                        "version", next(party.userId()),
                        "accountId", party.accountId(),
                        "tier", party.tier(),
                        "status", status,
                        "permissionSetIds", List.of(set(permissions)),
                        "sessionsRevokedAt", sessionsRevokedAt));
    }

    public void apiKeyRevoked(UUID apiKeyId, Party party) {
        publish(
                "identity.api-key",
                apiKeyId,
                "identity.api-key.revoked.v1",
                fields(
                        "apiKeyId", apiKeyId,
                        "version", 2,
                        "accountId", party.accountId(),
                        "userId", party.userId(),
                        "scopes", List.of(),
                        "status", "REVOKED",
                        "at", Instant.now()));
    }

    public void subscribed(Party party, String status, String plan) {
        publish(
                "billing.subscription",
                UUID.randomUUID(),
                "billing.subscription.changed.v1",
                fields(
                        "accountId",
                        party.accountId(),
                        "version",
                        next(party.accountId()),
                        "status",
                        status,
                        "plan",
                        plan));
    }

    public UUID set(List<String> permissions) {
        return permissionSets.computeIfAbsent(permissions.toString(), first -> {
            UUID id = UUID.randomUUID();
            define(id, permissions);
            return id;
        });
    }

    public void define(UUID id, List<String> permissions) {
        publish(
                "identity.permission-set",
                id,
                "identity.permission-set.defined.v1",
                fields("permissionSetId", id, "version", next(id), "name", "n", "permissions", permissions));
    }

    private Party register(String tier, @Nullable Party parent, List<String> permissions) {
        Party party = new Party(UUID.randomUUID(), UUID.randomUUID(), tier, parent == null ? null : parent.accountId());
        account(party, "registered", "ACTIVE");
        publishUser(party, "registered", "ACTIVE", permissions, null);
        return party;
    }

    private long next(UUID id) {
        return versions.merge(id, 1L, Long::sum);
    }

    private void publish(String topic, UUID key, String type, Map<String, @Nullable Object> payload) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, key.toString(), MAPPER.writeValueAsBytes(payload));
        record.headers().add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_time", Instant.now().toString().getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object... pairs) {
        Map<String, @Nullable Object> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }
}
