package ai.whatsflow.contact;

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

/** Customers with a subscription, and what they ask of the API. */
class Customers {

    private final TestAccounts accounts;
    private final TestEvents events;
    private final TestTokens tokens;
    private final JdbcClient jdbc;
    private final ApiClient api;

    Customers(TestAccounts accounts, TestEvents events, TestTokens tokens, JdbcClient jdbc, ApiClient api) {
        this.accounts = accounts;
        this.events = events;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.api = api;
    }

    record Customer(Party party, String token) {}

    /** A customer who may keep that many contacts. */
    Customer entitledTo(long contacts) {
        return entitled(accounts.customer(), contacts);
    }

    Customer entitled(Party party, long contacts) {
        subscribe(party, 1, "TRIALING", Instant.now().plus(Duration.ofDays(7)), contacts);
        return new Customer(party, tokens.user(party));
    }

    /** Publishes a version of the subscription and waits until it is known. */
    void subscribe(Party party, long version, String status, Instant until, Long contacts) {
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put("contacts", contacts);
        limits.put("messages", 100);
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
                        "entitlement",
                                Map.of(
                                        "periodStart",
                                        until.minus(Duration.ofDays(7)),
                                        "periodEnd",
                                        until,
                                        "limits",
                                        limits)));
        Await.until(
                "the entitlement is known",
                () -> jdbc.sql("SELECT count(*) FROM entitlements WHERE account_id = ? AND version >= ?")
                                .params(party.accountId(), version)
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    ApiResponse add(Customer customer, String phone) {
        return api.post("/api/v1/contacts", customer.token(), Map.of("phone", phone));
    }

    String added(Customer customer, String phone) {
        return add(customer, phone).expect(201).at("/contactId");
    }

    String group(Customer customer, String name) {
        return api.post("/api/v1/contact-groups", customer.token(), Map.of("name", name))
                .expect(201)
                .at("/groupId");
    }

    ApiResponse bulk(Customer customer, List<String> phones, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put(
                "contacts", phones.stream().map(phone -> Map.of("phone", phone)).toList());
        return api.post("/api/v1/contacts/bulk", customer.token(), body);
    }

    long stored(Customer customer) {
        return jdbc.sql("SELECT count(*) FROM contacts WHERE account_id = ?")
                .params(customer.party().accountId())
                .query(Long.class)
                .single();
    }

    /** The recipients of a group as messaging-service asks for them. */
    ApiResponse recipients(String groupId, UUID accountId, String more) {
        return api.get(
                "/internal/v1/contact-groups/" + groupId + "/recipients?accountId=" + accountId + more,
                tokens.service("messaging-service"));
    }
}
