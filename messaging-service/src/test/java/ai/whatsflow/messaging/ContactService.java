package ai.whatsflow.messaging;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Stands in for contact-service: serves groups in pages, and fails or dawdles when told to. Every context of the tests
 * is pointed at it (META-INF/spring.factories).
 */
class ContactService implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final WireMockServer SERVER = new WireMockServer(options().dynamicPort());

    static {
        SERVER.start();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("whatsflow.services.contact.url=" + url(), "messaging.live.heartbeat=200ms")
                .applyTo(context);
    }

    static String url() {
        return SERVER.baseUrl();
    }

    static WireMockServer server() {
        return SERVER;
    }

    /** Serves a group of that many members in pages of that size; each page takes that long. */
    static UUID group(UUID accountId, int members, int pageSize, Duration delay) {
        UUID groupId = UUID.randomUUID();
        ResponseDefinitionBuilder size = okJson(page(phones(0, Math.min(1, members)), "next", (long) members));
        SERVER.stubFor(request(accountId, groupId)
                .withQueryParam("limit", equalTo("1"))
                .willReturn(size));
        for (int from = 0; from == 0 || from < members; from += pageSize) {
            int until = Math.min(from + pageSize, members);
            String next = until == members ? null : "from-" + until;
            SERVER.stubFor(pageOf(accountId, groupId, from)
                    .willReturn(okJson(page(phones(from, until), next, from == 0 ? (long) members : null))
                            .withFixedDelay((int) delay.toMillis())));
        }
        return groupId;
    }

    static List<String> phones(int from, int until) {
        return IntStream.range(from, until).mapToObj("+9477%07d"::formatted).toList();
    }

    /** The page that begins there fails so many times with that answer before it is served. */
    static void failing(UUID accountId, UUID groupId, int from, int times, ResponseDefinitionBuilder answer) {
        String scenario = groupId + "-" + from;
        for (int attempt = 0; attempt < times; attempt++) {
            SERVER.stubFor(pageOf(accountId, groupId, from)
                    .atPriority(1)
                    .inScenario(scenario)
                    .whenScenarioStateIs(attempt == 0 ? Scenario.STARTED : "failed " + attempt)
                    .willSetStateTo("failed " + (attempt + 1))
                    .willReturn(answer));
        }
    }

    /** The page that begins there answers that from now on. */
    static void broken(UUID accountId, UUID groupId, int from, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(pageOf(accountId, groupId, from).atPriority(1).willReturn(answer));
    }

    /** Everything about the group answers that. */
    static UUID brokenGroup(UUID accountId, ResponseDefinitionBuilder answer) {
        UUID groupId = UUID.randomUUID();
        SERVER.stubFor(request(accountId, groupId).willReturn(answer));
        return groupId;
    }

    static ResponseDefinitionBuilder unavailable() {
        return aResponse().withStatus(503);
    }

    static long pagesServed(UUID groupId) {
        return SERVER.getAllServeEvents().stream()
                .filter(event -> event.getRequest().getUrl().contains(groupId.toString()))
                .filter(event -> !event.getRequest().getUrl().contains("limit=1&"))
                .filter(event -> !event.getRequest().getUrl().endsWith("limit=1"))
                .count();
    }

    private static MappingBuilder pageOf(UUID accountId, UUID groupId, int from) {
        return request(accountId, groupId)
                .withQueryParam("limit", matching("[0-9]{2,4}"))
                .withQueryParam("cursor", from == 0 ? absent() : equalTo("from-" + from));
    }

    private static MappingBuilder request(UUID accountId, UUID groupId) {
        return get(urlPathEqualTo("/internal/v1/contact-groups/" + groupId + "/recipients"))
                .withQueryParam("accountId", equalTo(accountId.toString()))
                .withHeader("Authorization", matching("Bearer .+"));
    }

    private static String page(List<String> phones, String next, Long total) {
        String items = phones.stream()
                .map(phone -> "{\"contactId\":\"%s\",\"phone\":\"%s\"}".formatted(UUID.randomUUID(), phone))
                .collect(Collectors.joining(","));
        return "{\"items\":[" + items + "],\"nextCursor\":" + (next == null ? "null" : "\"" + next + "\"")
                + (total == null ? "" : ",\"total\":" + total) + "}";
    }
}
