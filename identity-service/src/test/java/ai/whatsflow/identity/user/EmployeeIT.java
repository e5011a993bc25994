package ai.whatsflow.identity.user;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.identity.support.IdentityIT;
import ai.whatsflow.identity.support.TestPeople;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Await;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.TestEvents;
import ai.whatsflow.platform.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityIT
class EmployeeIT {

    @Autowired
    ApiClient api;

    @Autowired
    TestPeople people;

    @Autowired
    TestTokens tokens;

    @Autowired
    TestEvents events;

    @Test
    void onlyTheOwnerRegistersEmployees() {
        Party dealer = people.subDealer();
        for (Party party : List.of(dealer, people.customerOf(dealer), people.employee("SUPER_ADMIN"))) {
            api.post("/api/v1/employees", people.token(party), employee("READ_ONLY"))
                    .expectProblem(403, "forbidden");
        }
        ApiResponse registered = api.post("/api/v1/employees", people.token(people.owner()), employee("FINANCE_ADMIN"))
                .expect(201);
        assertThat(registered.at("/tier")).isEqualTo("EMPLOYEE");
        assertThat(registered.at("/permissionSets/0")).isEqualTo("FINANCE_ADMIN");
        assertThat(registered.header("Location")).isEqualTo("/api/v1/users/" + registered.at("/userId"));
    }

    @Test
    void nobodyGrantsWhatTheyDoNotHold() {
        Party owner = people.owner();
        String narrowed = tokens.apiKey(owner, UUID.randomUUID(), "employees:*", "ledger:read");
        api.post("/api/v1/employees", narrowed, employee("SUPER_ADMIN")).expectProblem(403, "permission-not-held");
        api.post("/api/v1/employees", narrowed, employee("READ_ONLY")).expectProblem(403, "permission-not-held");
        String reader = tokens.apiKey(owner, UUID.randomUUID(), "employees:*", "*:read");
        api.post("/api/v1/employees", reader, employee("READ_ONLY")).expect(201);
    }

    @Test
    void namesAnUnknownSet() {
        ApiResponse answer = api.post("/api/v1/employees", people.token(people.owner()), employee("NOBODY"));
        answer.expectProblem(422, "invalid");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/permissionSet");
        api.post("/api/v1/employees", people.token(people.owner()), employee("a\u0000b"))
                .expectProblem(422, "invalid");
    }

    @Test
    void anotherSetTakesEffectWithoutANewToken() {
        Party employee = people.employee("FINANCE_ADMIN");
        String token = people.token(employee);
        api.get("/api/v1/users", token).expectProblem(403, "forbidden");
        String owner = people.token(people.owner());
        String path = "/api/v1/employees/" + employee.userId() + "/permission-set";
        api.put(path, owner, Map.of("permissionSet", "SUPPORT_ADMIN")).expectProblem(428, "precondition-required");
        api.put(path, owner, Map.of("permissionSet", "SUPPORT_ADMIN"), "If-Match", "\"7\"")
                .expectProblem(412, "version-conflict");
        api.put(path, owner, Map.of("permissionSet", "SUPPORT_ADMIN"), "If-Match", "\"1\"")
                .expect(200);
        Await.until("the new set holds", () -> api.get("/api/v1/users", token).status() == 200);
        events.awaitType("identity.user", "identity.user.permissions-assigned.v1");
    }

    @Test
    void setsAreAssignedToEmployeesOnly() {
        Party customer = people.customerOf(people.owner());
        api.put(
                        "/api/v1/employees/" + customer.userId() + "/permission-set",
                        people.token(people.owner()),
                        Map.of("permissionSet", "SUPER_ADMIN"),
                        "If-Match",
                        "\"1\"")
                .expectProblem(409, "not-an-employee");
    }

    @Test
    void theBuiltInSetsAreListedAndPublished() {
        String sets = api.get("/api/v1/permission-sets", people.token(people.owner()))
                .expect(200)
                .text();
        assertThat(sets)
                .contains("SUPER_ADMIN", "SUPPORT_ADMIN", "FINANCE_ADMIN", "READ_ONLY", "SUBDEALER", "CUSTOMER");
        assertThat(events.awaitType("identity.permission-set", "identity.permission-set.defined.v1"))
                .hasSize(6);
        api.get("/api/v1/permission-sets", people.token(people.subDealer())).expectProblem(403, "forbidden");
    }

    private static Map<String, String> employee(String permissionSet) {
        return Map.of("name", "Farah Nizam", "email", TestPeople.newEmail(), "permissionSet", permissionSet);
    }
}
