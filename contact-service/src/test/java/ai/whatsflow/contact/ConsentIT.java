package ai.whatsflow.contact;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.contact.Customers.Customer;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.PublishedEvent;
import ai.whatsflow.platform.test.Race;
import ai.whatsflow.platform.test.TestEvents;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ContactIT
class ConsentIT {

    @Autowired
    Customers customers;

    @Autowired
    TestEvents events;

    @Autowired
    ApiClient api;

    @Test
    void announcesEachChangeAsWholeState() {
        Customer customer = customers.entitledTo(10);
        String contact = customers.added(customer, "0771234567");
        assertThat(change(customer, contact, "unsubscribe").at("/subscribed")).isEqualTo("false");
        assertThat(change(customer, contact, "unsubscribe").at("/subscribed")).isEqualTo("false");
        assertThat(change(customer, contact, "block").at("/blocked")).isEqualTo("true");
        change(customer, contact, "resubscribe");
        change(customer, contact, "unblock");

        List<PublishedEvent> changes = announced(contact, 4);
        assertThat(changes)
                .extracting(PublishedEvent::type)
                .containsExactly(
                        "contact.consent.unsubscribed.v1",
                        "contact.consent.blocked.v1",
                        "contact.consent.resubscribed.v1",
                        "contact.consent.unblocked.v1");
        assertThat(changes)
                .extracting(change -> change.payload().at("/version").asLong())
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(changes.get(1).payload().at("/subscribed").asBoolean()).isFalse();
        assertThat(changes.get(1).payload().at("/blocked").asBoolean()).isTrue();
        assertThat(changes.get(1).payload().at("/phone").asString()).isEqualTo("+94771234567");
    }

    @Test
    void outlivesTheContact() {
        Customer customer = customers.entitledTo(10);
        String contact = customers.added(customer, "0771234567");
        change(customer, contact, "unsubscribe");
        api.delete("/api/v1/contacts/" + contact, customer.token()).expect(204);
        api.delete("/api/v1/contacts/" + contact, customer.token()).expectProblem(404, "not-found");

        ApiResponse back = customers.add(customer, "0771234567").expect(201);
        assertThat(back.at("/contactId")).isEqualTo(contact);
        assertThat(back.at("/subscribed")).isEqualTo("false");
        change(customer, contact, "resubscribe");
        assertThat(announced(contact, 2).getLast().payload().at("/version").asLong())
                .isEqualTo(2);
    }

    @Test
    void belongsToTheNumber() {
        Customer customer = customers.entitledTo(10);
        String contact = customers.added(customer, "0771234567");
        change(customer, contact, "block");
        api.put("/api/v1/contacts/" + contact, customer.token(), Map.of("phone", "0771234568"), "If-Match", "\"2\"")
                .expectProblem(409, "phone-fixed");
        assertThat(api.get("/api/v1/contacts?blocked=true", customer.token())
                        .json()
                        .at("/items"))
                .hasSize(1);
        assertThat(api.get("/api/v1/contacts?blocked=false", customer.token())
                        .json()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void racingChangesAreAnnouncedOnceEach() {
        Customer customer = customers.entitledTo(10);
        String contact = customers.added(customer, "0771234567");
        Race.of(16, number -> change(customer, contact, number % 2 == 0 ? "block" : "unsubscribe"));
        assertThat(announced(contact, 2))
                .extracting(change -> change.payload().at("/version").asLong())
                .containsExactly(1L, 2L);
    }

    private ApiResponse change(Customer customer, String contact, String action) {
        return api.post("/api/v1/contacts/" + contact + "/" + action, customer.token(), null)
                .expect(200);
    }

    private List<PublishedEvent> announced(String contact, int atLeast) {
        return events.await("contact.consent", event -> event.key().equals(contact), atLeast);
    }
}
