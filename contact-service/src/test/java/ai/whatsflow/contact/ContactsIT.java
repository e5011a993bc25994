package ai.whatsflow.contact;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.contact.Customers.Customer;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ContactIT
class ContactsIT {

    @Autowired
    Customers customers;

    @Autowired
    ApiClient api;

    @Test
    void readsNumbersAsTheyAreDialledAtHome() {
        Customer customer = customers.entitledTo(10);
        ApiResponse added = api.post(
                        "/api/v1/contacts", customer.token(), Map.of("phone", "077 123 4567", "name", "Nimal Perera"))
                .expect(201);
        assertThat(added.at("/phone")).isEqualTo("+94771234567");
        assertThat(added.header("Location")).isEqualTo("/api/v1/contacts/" + added.at("/contactId"));

        ApiResponse read = api.get(added.header("Location"), customer.token()).expect(200);
        assertThat(read.at("/name")).isEqualTo("Nimal Perera");
        assertThat(read.json().at("/subscribed").asBoolean()).isTrue();
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void refusesWhatIsNotAContact() {
        Customer customer = customers.entitledTo(10);
        ApiResponse unparseable = customers.add(customer, "hello");
        unparseable.expectProblem(422, "phone-invalid");
        assertThat(unparseable.at("/errors/0/pointer")).isEqualTo("/phone");
        post(customer, Map.of("phone", "0771234567", "region", "Lanka")).expectProblem(422, "invalid");
        post(customer, Map.of("name", "nobody")).expectProblem(422, "invalid");
        post(customer, Map.of("phone", "0771234567", "name", "a\u0000b")).expectProblem(422, "invalid");
        post(customer, Map.of("phone", "0771234567", "name", "x".repeat(201))).expectProblem(422, "invalid");
        post(customer, "{\"phone\":").expectProblem(400, "unreadable");
        assertThat(customers.stored(customer)).isZero();
    }

    @Test
    void knowsANumberOnceHoweverItIsWritten() {
        Customer customer = customers.entitledTo(10);
        String contactId = customers.added(customer, "0771234567");
        ApiResponse again = customers.add(customer, "+94 77 123 4567");
        again.expectProblem(409, "contact-exists");
        assertThat(again.at("/contactId")).isEqualTo(contactId);
        customers.added(customers.entitledTo(10), "0771234567");
    }

    @Test
    void changesOnlyWhatWasRead() {
        Customer customer = customers.entitledTo(10);
        String path = "/api/v1/contacts/" + customers.added(customer, "0771234567");
        Map<String, String> change = Map.of("name", "Kamala", "phone", "0771234568");
        api.put(path, customer.token(), change).expectProblem(428, "precondition-required");
        api.put(path, customer.token(), change, "If-Match", "\"7\"").expectProblem(412, "version-conflict");
        ApiResponse changed =
                api.put(path, customer.token(), change, "If-Match", "\"1\"").expect(200);
        assertThat(changed.at("/phone")).isEqualTo("+94771234568");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");

        customers.added(customer, "0771234569");
        api.put(path, customer.token(), Map.of("phone", "0771234569"), "If-Match", "\"2\"")
                .expectProblem(409, "contact-exists");
    }

    @Test
    void listsByFilterInPages() {
        Customer customer = customers.entitledTo(100);
        for (int i = 0; i < 5; i++) {
            post(customer, Map.of("phone", "077000000" + i, "name", "Name " + i))
                    .expect(201);
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            ApiResponse page = list(customer, "?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.json().at("/items").forEach(item -> seen.add(item.at("/phone").asString()));
            cursor = page.json().at("/nextCursor").isNull() ? "" : page.at("/nextCursor");
        } while (!cursor.isEmpty());
        assertThat(seen)
                .containsExactly("+94770000000", "+94770000001", "+94770000002", "+94770000003", "+94770000004");

        assertThat(list(customer, "?q=name%203").json().at("/items")).hasSize(1);
        assertThat(list(customer, "?q=0004").json().at("/items")).hasSize(1);
        assertThat(list(customer, "?q=%25").json().at("/items")).isEmpty();
        api.get("/api/v1/contacts?limit=201", customer.token()).expectProblem(422, "invalid");
        api.get("/api/v1/contacts?cursor=nonsense", customer.token()).expectProblem(400, "unreadable");
        api.get("/api/v1/contacts?blocked=perhaps", customer.token()).expectProblem(400, "unreadable");
    }

    @Test
    void answersTheSameKeyWithTheSameContact() {
        Customer customer = customers.entitledTo(10);
        Map<String, String> body = new HashMap<>(Map.of("phone", "0771234567"));
        ApiResponse first = api.post("/api/v1/contacts", customer.token(), body, "Idempotency-Key", "k1");
        ApiResponse again = api.post("/api/v1/contacts", customer.token(), body, "Idempotency-Key", "k1");
        assertThat(again.expect(201).at("/contactId"))
                .isEqualTo(first.expect(201).at("/contactId"));
        body.put("name", "other");
        api.post("/api/v1/contacts", customer.token(), body, "Idempotency-Key", "k1")
                .expectProblem(422, "idempotency-key-reused");
    }

    private ApiResponse post(Customer customer, Object body) {
        return api.post("/api/v1/contacts", customer.token(), body);
    }

    private ApiResponse list(Customer customer, String query) {
        return api.get("/api/v1/contacts" + query, customer.token()).expect(200);
    }
}
