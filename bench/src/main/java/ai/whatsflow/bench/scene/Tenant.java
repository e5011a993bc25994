package ai.whatsflow.bench.scene;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** A customer with a package without limits and one device, made known by the events that its services would publish. */
public record Tenant(UUID accountId, UUID userId, UUID instanceId) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public static Tenant introduce(Scene scene) throws InterruptedException, ExecutionException {
        Tenant tenant = new Tenant(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        UUID permissions = UUID.randomUUID();
        try (KafkaProducer<String, byte[]> producer = producer(scene)) {
            publish(
                    producer,
                    "identity.permission-set",
                    permissions,
                    "identity.permission-set.defined.v1",
                    Map.of(
                            "permissionSetId",
                            permissions,
                            "version",
                            1,
                            "name",
                            "CUSTOMER",
                            "permissions",
                            List.of("messages:*", "instances:*", "contacts:*", "api-keys:*")));
            publish(
                    producer,
                    "identity.account",
                    tenant.accountId,
                    "identity.account.registered.v1",
                    Map.of(
                            "accountId", tenant.accountId,
                            "version", 1,
                            "tier", "CUSTOMER",
                            "name", "Bench",
                            "path", List.of(tenant.accountId),
                            "status", "ACTIVE",
                            "currency", "LKR",
                            "timeZone", "Asia/Colombo",
                            "registeredAt", Instant.now()));
            publish(
                    producer,
                    "identity.user",
                    tenant.userId,
                    "identity.user.registered.v1",
                    Map.of(
                            "userId",
                            tenant.userId,
                            "version",
                            1,
                            "accountId",
                            tenant.accountId,
                            "tier",
                            "CUSTOMER",
                            "status",
                            "ACTIVE",
                            "permissionSetIds",
                            List.of(permissions)));
            publish(
                    producer,
                    "billing.subscription",
                    tenant.accountId,
                    "billing.subscription.started.v1",
                    subscription(tenant.accountId));
            publish(
                    producer,
                    "instance.session",
                    tenant.instanceId,
                    "instance.session.connected.v1",
                    Map.of(
                            "instanceId",
                            tenant.instanceId,
                            "version",
                            1,
                            "accountId",
                            tenant.accountId,
                            "state",
                            "ONLINE"));
        }
        return tenant;
    }

    /** Publishes that an API key is revoked, and returns when that is on Kafka. */
    public void revoke(Scene scene, UUID apiKeyId) throws InterruptedException, ExecutionException {
        try (KafkaProducer<String, byte[]> producer = producer(scene)) {
            publish(
                    producer,
                    "identity.api-key",
                    apiKeyId,
                    "identity.api-key.revoked.v1",
                    Map.of(
                            "apiKeyId",
                            apiKeyId,
                            "version",
                            2,
                            "accountId",
                            accountId,
                            "userId",
                            userId,
                            "scopes",
                            List.of("messages:*"),
                            "status",
                            "REVOKED",
                            "at",
                            Instant.now()));
        }
    }

    /** Publishes that an account has a package without limits worth the name. */
    public static void subscribe(Scene scene, UUID accountId) throws InterruptedException, ExecutionException {
        try (KafkaProducer<String, byte[]> producer = producer(scene)) {
            publish(
                    producer,
                    "billing.subscription",
                    accountId,
                    "billing.subscription.changed.v1",
                    subscription(accountId));
        }
    }

    private static Map<String, Object> subscription(UUID accountId) {
        Map<String, Object> subscription = new LinkedHashMap<>();
        subscription.put("subscriptionId", accountId);
        subscription.put("version", 1_000_000);
        subscription.put("accountId", accountId);
        subscription.put("status", "ACTIVE");
        subscription.put("plan", "bench");
        subscription.put(
                "entitlement",
                Map.of(
                        "periodStart", Instant.now().minus(Duration.ofDays(1)),
                        "periodEnd", Instant.now().plus(Duration.ofDays(300)),
                        "limits", Map.of("messages", 1_000_000_000, "devices", 1_000)));
        return subscription;
    }

    private static KafkaProducer<String, byte[]> producer(Scene scene) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", scene.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static void publish(
            KafkaProducer<String, byte[]> producer, String topic, UUID key, String type, Map<String, ?> payload)
            throws InterruptedException, ExecutionException {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, key.toString(), JSON.writeValueAsBytes(payload));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/bench",
                        "ce_time",
                        Instant.now().toString(),
                        "ce_subject",
                        key.toString())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record).get();
    }
}
