package ai.whatsflow.contact;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.contact.Customers.Customer;
import ai.whatsflow.platform.test.ApiClient;
import ai.whatsflow.platform.test.ApiResponse;
import ai.whatsflow.platform.test.Race;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ContactIT
class BulkContactsIT {

    @Autowired
    Customers customers;

    @Autowired
    ApiClient api;

    @Test
    void addsTenThousandIntoAGroup() {
        Customer customer = customers.entitledTo(10_000);
        String group = customers.group(customer, "Everybody");
        customers.added(customer, numbers(1, 0).getFirst());
        ApiResponse added = customers
                .bulk(customer, numbers(10_000, 0), Map.of("groupId", group))
                .expect(200);
        assertThat(added.at("/created")).isEqualTo("9999");
        assertThat(added.at("/existing")).isEqualTo("1");
        assertThat(api.get("/api/v1/contact-groups/" + group, customer.token()).at("/members"))
                .isEqualTo("10000");
        assertThat(customers
                        .recipients(group, customer.party().accountId(), "&limit=1000")
                        .at("/total"))
                .isEqualTo("10000");
    }

    @Test
    void reportsWhatItCannotReadAndAddsTheRest() {
        Customer customer = customers.entitledTo(10);
        List<String> phones = List.of("0770000001", "not a number", "+94770000001", "123", "0770000002");
        ApiResponse added = customers.bulk(customer, phones, Map.of()).expect(200);
        assertThat(added.at("/created")).isEqualTo("2");
        assertThat(added.at("/existing")).isEqualTo("1");
        assertThat(added.json().at("/invalid")).hasSize(2);
        assertThat(added.at("/invalid/0/pointer")).isEqualTo("/contacts/1/phone");
        assertThat(added.at("/invalid/1/pointer")).isEqualTo("/contacts/3/phone");
        assertThat(customers
                        .bulk(customer, List.of("7700900123"), Map.of("region", "GB"))
                        .at("/created"))
                .isEqualTo("1");
    }

    @Test
    void refusesTooMany() {
        Customer customer = customers.entitledTo(100_000);
        customers.bulk(customer, numbers(10_001, 0), Map.of()).expectProblem(422, "invalid");
        customers.bulk(customer, List.of(), Map.of()).expectProblem(422, "invalid");
        api.post("/api/v1/contacts/bulk", customer.token(), "{\"contacts\":[" + " ".repeat(4 << 20) + "]}")
                .expectProblem(413, "too-large");
        assertThat(customers.stored(customer)).isZero();
    }

    @Test
    void racingBulksMakeNoDuplicates() {
        Customer customer = customers.entitledTo(10_000);
        String group = customers.group(customer, "Raced for");
        List<ApiResponse> answers = Race.of(8, number -> {
            List<String> phones = new ArrayList<>(numbers(500, number * 100));
            Collections.shuffle(phones, new Random(number));
            return customers.bulk(customer, phones, Map.of("groupId", group));
        });
        int created = answers.stream()
                .mapToInt(answer -> answer.expect(200).json().at("/created").asInt())
                .sum();
        assertThat(created).isEqualTo(1_200);
        assertThat(customers.stored(customer)).isEqualTo(1_200);
        assertThat(api.get("/api/v1/contact-groups/" + group, customer.token()).at("/members"))
                .isEqualTo("1200");
    }

    @Test
    void racingBulksNeverPassTheLimit() {
        Customer customer = customers.entitledTo(100);
        List<ApiResponse> answers = Race.of(10, number -> customers.bulk(customer, numbers(20, number * 20), Map.of()));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(5);
        answers.stream()
                .filter(answer -> answer.status() != 200)
                .forEach(answer -> answer.expectProblem(402, "contact-limit-reached"));
        assertThat(customers.stored(customer)).isEqualTo(100);
    }

    @Test
    void hidesTheGroupsOfOthers() {
        Customer customer = customers.entitledTo(10);
        String foreign = customers.group(customers.entitledTo(10), "Foreign");
        customers.bulk(customer, numbers(1, 0), Map.of("groupId", foreign)).expectProblem(404, "not-found");
        assertThat(customers.stored(customer)).isZero();
    }

    private static List<String> numbers(int count, int from) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "+9477%07d".formatted(i))
                .toList();
    }
}
