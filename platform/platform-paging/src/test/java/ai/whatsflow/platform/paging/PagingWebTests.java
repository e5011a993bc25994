package ai.whatsflow.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@AutoConfigureMockMvc
class PagingWebTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    MockMvcTester mvc;

    @Test
    void servesFiftyUnlessAskedOtherwiseAndEndsWithAnExplicitNull() throws Exception {
        JsonNode first = get("/numbers");
        assertThat(first.path("items")).hasSize(50);
        JsonNode rest =
                get("/numbers?limit=200&cursor=" + first.path("nextCursor").asString());
        assertThat(rest.path("items")).hasSize(70);
        assertThat(rest.at("/items/0").asInt()).isEqualTo(51);
        assertThat(rest.get("nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, 422, /limit",
        "limit=-1, 422, /limit",
        "limit=201, 422, /limit",
        "limit=many, 400, /limit",
        "limit=99999999999, 400, /limit",
        "cursor=, 400, /cursor",
        "cursor=x, 400, /cursor",
    })
    void refusesWhatItCannotServe(String query, int status, String pointer) throws Exception {
        var answer = mvc.get().uri("/numbers?" + query).exchange();
        assertThat(answer).hasStatus(status);
        assertThat(JSON.readTree(answer.getResponse().getContentAsString())
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo(pointer);
    }

    @Test
    void tellsOpenApiWhatItReads() throws Exception {
        JsonNode parameters = get("/v3/api-docs").at("/paths/~1numbers/get/parameters");
        assertThat(parameters
                        .valueStream()
                        .map(parameter -> parameter.path("name").asString()))
                .containsExactly("limit", "cursor");
        assertThat(parameters.at("/0/schema/default").asInt()).isEqualTo(50);
        assertThat(parameters.at("/0/schema/maximum").asInt()).isEqualTo(200);
    }

    private JsonNode get(String uri) throws Exception {
        return JSON.readTree(mvc.get().uri(uri).exchange().getResponse().getContentAsString());
    }
}
