package ai.whatsflow.platform.test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Publishes accounts, users and permission sets as identity-service does, and returns when the service under test has
 * read them.
 */
public final class TestAccounts {

    private static final Map<String, List<String>> BUILT_IN = PermissionSetContract.sets();

    private final TestEvents events;
    private final Map<String, UUID> permissionSets = new HashMap<>();
    private final Map<UUID, Long> versions = new HashMap<>();
    private @Nullable Party owner;

    TestAccounts(TestEvents events) {
        this.events = events;
    }

    /** The owner; the same one each time. */
    public synchronized Party owner() {
        Party known = owner;
        if (known == null) {
            known = register("OWNER", "SUPER_ADMIN", null, "LKR");
            owner = known;
        }
        return known;
    }

    public Party subDealer() {
        return register("SUBDEALER", "SUBDEALER", owner(), "LKR");
    }

    /** A customer directly under the owner. */
    public Party customer() {
        return customerOf(owner());
    }

    public Party customerOf(Party parent) {
        return register("CUSTOMER", "CUSTOMER", parent, "LKR");
    }

    public Party customer(String currency) {
        return register("CUSTOMER", "CUSTOMER", owner(), currency);
    }

    /** An employee of the owner with a built-in permission set such as FINANCE_ADMIN. */
    public Party employee(String permissionSet) {
        Party boss = owner();
        Party employee = new Party(UUID.randomUUID(), boss.accountId(), "EMPLOYEE", boss.path());
        await(List.of(publishUser(employee, permissionSet, "ACTIVE")));
        return employee;
    }

    public void suspend(Party party) {
        await(List.of(publishAccount(party, "suspended", "SUSPENDED", "LKR")));
    }

    public void reinstate(Party party) {
        await(List.of(publishAccount(party, "reinstated", "ACTIVE", "LKR")));
    }

    private Party register(String tier, String permissionSet, @Nullable Party parent, String currency) {
        UUID accountId = UUID.randomUUID();
        List<UUID> path = new ArrayList<>(parent == null ? List.of() : parent.path());
        path.add(accountId);
        Party party = new Party(UUID.randomUUID(), accountId, tier, List.copyOf(path));
        List<RecordMetadata> published = new ArrayList<>();
        published.add(publishAccount(party, "registered", "ACTIVE", currency));
        published.add(publishUser(party, permissionSet, "ACTIVE"));
        await(published);
        return party;
    }

    private RecordMetadata publishAccount(Party party, String fact, String status, String currency) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        payload.put("accountId", party.accountId());
        payload.put("version", versions.merge(party.accountId(), 1L, Long::sum));
        payload.put("tier", party.tier().equals("EMPLOYEE") ? "OWNER" : party.tier());
        payload.put("name", party.tier() + " " + party.accountId().toString().substring(0, 8));
        payload.put(
                "parentId",
                party.path().size() > 1 ? party.path().get(party.path().size() - 2) : null);
        payload.put("path", party.path());
        payload.put("status", status);
        payload.put("currency", currency);
        payload.put("timeZone", "Asia/Colombo");
        payload.put("registeredAt", Instant.now());
        return events.publish(
                "identity.account", party.accountId().toString(), "identity.account." + fact + ".v1", payload);
    }

    private RecordMetadata publishUser(Party party, String permissionSet, String status) {
        UUID set = permissionSets.computeIfAbsent(permissionSet, this::define);
        return events.publish(
                "identity.user",
                party.userId().toString(),
                "identity.user.registered.v1",
                Map.of(
                        "userId", party.userId(),
                        "version", 1,
                        "accountId", party.accountId(),
                        "tier", party.tier(),
                        "status", status,
                        "permissionSetIds", List.of(set)));
    }

    private UUID define(String name) {
        UUID id = UUID.randomUUID();
        List<String> permissions = BUILT_IN.get(name);
        if (permissions == null) {
            throw new IllegalArgumentException("no built-in permission set " + name);
        }
        await(List.of(events.publish(
                "identity.permission-set",
                id.toString(),
                "identity.permission-set.defined.v1",
                Map.of("permissionSetId", id, "version", 1, "name", name, "permissions", permissions))));
        return id;
    }

    private void await(List<RecordMetadata> published) {
        published.forEach(events::awaitRead);
    }
}
