package ai.whatsflow.contact;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.contact.Customers.Customer;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.TestTokens;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ContactIT
class GroupsIT {

    @Autowired
    Customers customers;

    @Autowired
    TestTokens tokens;

    @Autowired
    ApiClient api;

    @Test
    void keepsMembersAsASet() {
        Customer customer = customers.entitledTo(10);
        String group = customers.group(customer, "Friends");
        api.post("/api/v1/contact-groups", customer.token(), Map.of("name", "FRIENDS"))
                .expectProblem(409, "group-exists");
        List<String> contacts =
                List.of(customers.added(customer, "0770000001"), customers.added(customer, "0770000002"));

        assertThat(members("POST", customer, group, contacts).expect(200).at("/added"))
                .isEqualTo("2");
        assertThat(members("POST", customer, group, contacts).expect(200).at("/added"))
                .isEqualTo("0");
        ApiResponse listed =
                api.get(path(group) + "/members?limit=1", customer.token()).expect(200);
        assertThat(listed.at("/items/0/contactId")).isEqualTo(contacts.getFirst());
        assertThat(listed.json().at("/nextCursor").isNull()).isFalse();
        assertThat(members("DELETE", customer, group, contacts.subList(0, 1)).at("/removed"))
                .isEqualTo("1");
        api.delete("/api/v1/contacts/" + contacts.getLast(), customer.token()).expect(204);
        assertThat(api.get(path(group), customer.token()).at("/members")).isEqualTo("0");
        api.delete(path(group), customer.token()).expect(204);
        api.get(path(group), customer.token()).expectProblem(404, "not-found");
    }

    @Test
    void takesAllMembersOrNone() {
        Customer customer = customers.entitledTo(10);
        String group = customers.group(customer, "Mine");
        String own = customers.added(customer, "0770000001");
        String foreign = customers.added(customers.entitledTo(10), "0770000002");
        members("POST", customer, group, List.of(own, foreign)).expectProblem(404, "not-found");
        members("POST", customer, group, List.of()).expectProblem(422, "invalid");
        assertThat(api.get(path(group), customer.token()).at("/members")).isEqualTo("0");
    }

    @Test
    void tellsMessagingWhoMayBeWrittenTo() {
        Customer customer = customers.entitledTo(100);
        UUID account = customer.party().accountId();
        String group = customers.group(customer, "Readers");
        customers
                .bulk(
                        customer,
                        IntStream.range(0, 25)
                                .mapToObj("+947700000%02d"::formatted)
                                .toList(),
                        Map.of("groupId", group))
                .expect(200);
        List<String> silenced = silenceTwo(customer);

        Set<String> phones = new HashSet<>();
        ApiResponse page = customers.recipients(group, account, "&limit=10").expect(200);
        assertThat(page.at("/total")).isEqualTo("23");
        while (true) {
            page.json()
                    .at("/items")
                    .forEach(item ->
                            assertThat(phones.add(item.at("/phone").asString())).isTrue());
            if (page.json().at("/nextCursor").isNull()) {
                break;
            }
            page = customers
                    .recipients(group, account, "&limit=10&cursor=" + page.at("/nextCursor"))
                    .expect(200);
            assertThat(page.at("/total")).isEmpty();
        }
        assertThat(phones).hasSize(23).doesNotContainAnyElementsOf(silenced);
    }

    @Test
    void tellsNobodyElse() {
        Customer customer = customers.entitledTo(10);
        String group = customers.group(customer, "Private");
        customers.recipients(group, UUID.randomUUID(), "").expectProblem(404, "not-found");
        String path = "/internal/v1/contact-groups/" + group + "/recipients?accountId="
                + customer.party().accountId();
        api.get(path, tokens.service("instance-service")).expectProblem(403, "forbidden");
        api.get(path, customer.token()).expectProblem(403, "forbidden");
        api.get(path, null).expectProblem(401, "unauthenticated");
    }

    private List<String> silenceTwo(Customer customer) {
        ApiResponse some = api.get("/api/v1/contacts?limit=2", customer.token()).expect(200);
        api.post("/api/v1/contacts/" + some.at("/items/0/contactId") + "/block", customer.token(), null)
                .expect(200);
        api.post("/api/v1/contacts/" + some.at("/items/1/contactId") + "/unsubscribe", customer.token(), null)
                .expect(200);
        return List.of(some.at("/items/0/phone"), some.at("/items/1/phone"));
    }

    private ApiResponse members(String method, Customer customer, String group, List<String> contacts) {
        return api.send(method, path(group) + "/members", customer.token(), Map.of("contactIds", contacts));
    }

    private static String path(String group) {
        return "/api/v1/contact-groups/" + group;
    }
}
