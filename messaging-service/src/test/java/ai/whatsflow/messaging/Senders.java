package ai.whatsflow.messaging;

import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers with a subscription and an instance, and what they ask of the API. */
class Senders {

    private final TestAccounts accounts;
    private final TestEvents events;
    private final TestTokens tokens;
    private final JdbcClient jdbc;
    private final ApiClient api;

    Senders(TestAccounts accounts, TestEvents events, TestTokens tokens, JdbcClient jdbc, ApiClient api) {
        this.accounts = accounts;
        this.events = events;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.api = api;
    }

    record Sender(Party party, String token, UUID instanceId) {

        UUID accountId() {
            return party.accountId();
        }
    }

    /** A sender who may send that many messages a month, for a year from now. */
    Sender entitledTo(long messages) {
        return entitled(accounts.customer(), messages);
    }

    Sender entitled(Party party, long messages) {
        Instant start = Instant.now().minusSeconds(60);
        subscribe(party, 1, "ACTIVE", start, start.plus(Duration.ofDays(365)), messages);
        return new Sender(party, tokens.user(party), instanceOf(party));
    }

    /** Publishes a version of the subscription and waits until it is known. */
    void subscribe(Party party, long version, String status, Instant start, Instant end, Long messages) {
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put("messages", messages);
        events.publish(
                "billing.subscription",
                party.accountId().toString(),
                "billing.subscription." + (version == 1 ? "started" : status.equals("EXPIRED") ? "expired" : "changed")
                        + ".v1",
                Map.of(
                        "subscriptionId", party.accountId(),
                        "version", version,
                        "accountId", party.accountId(),
                        "status", status,
                        "entitlement", Map.of("periodStart", start, "periodEnd", end, "limits", limits)));
        await("SELECT count(*) FROM entitlements WHERE account_id = ? AND version >= ?", party.accountId(), version);
    }

    UUID instanceOf(Party party) {
        UUID instanceId = UUID.randomUUID();
        session(party, instanceId, 1, "created", "CREATED");
        await("SELECT count(*) FROM instances WHERE id = ? AND version >= ?", instanceId, 1);
        return instanceId;
    }

    void session(Party party, UUID instanceId, long version, String fact, String state) {
        events.publish(
                "instance.session",
                instanceId.toString(),
                "instance.session." + fact + ".v1",
                Map.of(
                        "instanceId",
                        instanceId,
                        "version",
                        version,
                        "accountId",
                        party.accountId(),
                        "engine",
                        "simulated",
                        "state",
                        state,
                        "epoch",
                        0,
                        "at",
                        Instant.now()));
    }

    /** Publishes what a contact wants and waits until it is known. */
    void consent(Sender sender, String phone, long version, boolean subscribed, boolean blocked) {
        UUID contactId = UUID.nameUUIDFromBytes((sender.accountId() + phone).getBytes());
        events.publish(
                "contact.consent",
                contactId.toString(),
                "contact.consent." + (blocked ? "blocked" : subscribed ? "resubscribed" : "unsubscribed") + ".v1",
                Map.of(
                        "contactId", contactId,
                        "version", version,
                        "accountId", sender.accountId(),
                        "phone", phone,
                        "subscribed", subscribed,
                        "blocked", blocked,
                        "at", Instant.now()));
        await(
                "SELECT count(*) FROM consents WHERE account_id = ? AND phone = ? AND version >= ?",
                sender.accountId(),
                phone,
                version);
    }

    ApiResponse send(Sender sender, String to, String... headers) {
        return api.post(
                "/api/v1/messages",
                sender.token(),
                Map.of("instanceId", sender.instanceId(), "to", to, "text", "Your order is ready."),
                headers);
    }

    ApiResponse sendAll(Sender sender, List<String> numbers) {
        return batch(sender, Map.of("recipients", numbers));
    }

    ApiResponse sendToGroup(Sender sender, UUID groupId) {
        return batch(sender, Map.of("groupId", groupId));
    }

    ApiResponse batch(Sender sender, Map<String, ?> more, String... headers) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.putIfAbsent("instanceIds", List.of(sender.instanceId()));
        body.putIfAbsent("text", "We open at nine tomorrow.");
        return api.post("/api/v1/message-batches", sender.token(), body, headers);
    }

    ApiResponse readBatch(Sender sender, String batchId) {
        return api.get("/api/v1/message-batches/" + batchId, sender.token()).expect(200);
    }

    void awaitBatch(Sender sender, String batchId, String status) {
        Await.until(
                "the batch is " + status,
                Duration.ofSeconds(40),
                () -> readBatch(sender, batchId).at("/status").equals(status));
    }

    long used(Sender sender) {
        return api.get("/api/v1/message-quota", sender.token())
                .expect(200)
                .json()
                .at("/used")
                .asLong();
    }

    long stored(Sender sender) {
        return count("SELECT count(*) FROM messages WHERE account_id = ?", sender.accountId());
    }

    long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    private void await(String sql, Object... parameters) {
        Await.until("the projection has it", () -> count(sql, parameters) == 1);
    }
}
