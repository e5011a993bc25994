package ai.whatsflow.contact;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.contact.Customers.Customer;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Party;
import ai.whatsflow.platform.test.TestAccounts;
import ai.whatsflow.platform.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ContactIT
class ContactLimitIT {

    @Autowired
    Customers customers;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestTokens tokens;

    @Autowired
    ApiClient api;

    @Test
    void keepsNoMoreContactsThanThePlanAllows() {
        Customer customer = customers.entitledTo(2);
        String first = customers.added(customer, "0770000001");
        customers.added(customer, "0770000002");
        ApiResponse third = customers.add(customer, "0770000003");
        third.expectProblem(402, "contact-limit-reached");
        assertThat(third.json().at("/limit").asLong()).isEqualTo(2);
        assertThat(third.json().at("/used").asLong()).isEqualTo(2);

        List<String> known = List.of("0770000001", "0770000002");
        assertThat(customers.bulk(customer, known, Map.of()).expect(200).at("/existing"))
                .isEqualTo("2");
        api.delete("/api/v1/contacts/" + first, customer.token()).expect(204);
        customers.added(customer, "0770000003");
    }

    @Test
    void addsAllOfABulkOrNothing() {
        Customer customer = customers.entitledTo(5);
        customers.bulk(customer, numbers(6), Map.of()).expectProblem(402, "contact-limit-reached");
        assertThat(customers.stored(customer)).isZero();
        customers.bulk(customer, numbers(5), Map.of()).expect(200);
    }

    @Test
    void asksForPatienceUntilTheSubscriptionArrives() {
        Party party = accounts.customer();
        ApiResponse early = api.post("/api/v1/contacts", tokens.user(party), Map.of("phone", "0770000001"));
        early.expectProblem(409, "entitlement-pending");
        assertThat(early.header("Retry-After")).isEqualTo("1");
        customers.added(customers.entitled(party, 1), "0770000001");
    }

    @Test
    void keepsButDoesNotAddOnceTheSubscriptionHasEnded() {
        Customer customer = customers.entitledTo(5);
        String contact = customers.added(customer, "0770000001");
        customers.subscribe(customer.party(), 2, "EXPIRED", Instant.now().plus(Duration.ofDays(1)), 5L);
        customers.subscribe(customer.party(), 1, "TRIALING", Instant.now().plus(Duration.ofDays(1)), 5L);
        customers.add(customer, "0770000002").expectProblem(402, "subscription-expired");
        api.get("/api/v1/contacts/" + contact, customer.token()).expect(200);
        customers.subscribe(customer.party(), 3, "ACTIVE", Instant.now().plus(Duration.ofDays(30)), null);
        customers.added(customer, "0770000002");
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "+9477%07d".formatted(i)).toList();
    }
}
