package ai.whatsflow.node.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.jsonPath;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withServerError;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

import ai.whatsflow.node.vault.SessionVault.Loaded;
import ai.whatsflow.node.vault.SessionVault.Saved;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.web.client.RestClient;

class HttpSessionVaultTests {

    private static final UUID INSTANCE = UUID.randomUUID();
    private static final String READS = "http://instances/node-api/v1/vault-reads";
    private static final String WRITES = "http://instances/node-api/v1/vault-writes";

    private MockRestServiceServer instances;
    private HttpSessionVault vault;

    @BeforeEach
    void start() {
        RestClient.Builder client = RestClient.builder().baseUrl("http://instances");
        instances = MockRestServiceServer.bindTo(client).build();
        vault = new HttpSessionVault(client.build());
    }

    @Test
    void loadsWhatIsThere() {
        answers(READS, "\"outcome\": \"FOUND\", \"version\": 3, \"state\": \"AQI=\"");

        Loaded loaded = vault.load(INSTANCE, 7);

        assertThat(loaded).isInstanceOfSatisfying(Loaded.Stored.class, stored -> {
            assertThat(stored.entry().version()).isEqualTo(3);
            assertThat(stored.entry().state()).containsExactly(1, 2);
        });
    }

    @Test
    void asksAgainForWhatDidNotFit() {
        answers(READS, "\"outcome\": \"LATER\"");
        answers(READS, "\"outcome\": \"EMPTY\"");

        assertThat(vault.load(INSTANCE, 7)).isEqualTo(new Loaded.Nothing());
        instances.verify();
    }

    @Test
    void yieldsToANewerEpoch() {
        answers(READS, "\"outcome\": \"STALE\"");
        answers(WRITES, "\"outcome\": \"STALE\"");

        assertThat(vault.load(INSTANCE, 7)).isEqualTo(new Loaded.Stale());
        assertThat(vault.save(INSTANCE, 7, 0, new byte[1])).isEqualTo(new Saved.Stale());
    }

    @Test
    void savesUnderItsEpochOverTheVersionItKnows() {
        instances
                .expect(requestTo(WRITES))
                .andExpect(jsonPath("$.writes[0].epoch").value(7))
                .andExpect(jsonPath("$.writes[0].expectedVersion").value(3))
                .andExpect(jsonPath("$.writes[0].state").value("AQI="))
                .andRespond(withSuccess(result("\"outcome\": \"SAVED\", \"version\": 4"), MediaType.APPLICATION_JSON));

        assertThat(vault.save(INSTANCE, 7, 3, new byte[] {1, 2})).isEqualTo(new Saved.Version(4));
    }

    @Test
    void takesNeitherAnErrorNorAnotherSessionsAnswerForItsOwn() {
        instances.expect(requestTo(READS)).andRespond(withServerError());
        instances
                .expect(requestTo(READS))
                .andRespond(withSuccess(
                        result("\"outcome\": \"EMPTY\"")
                                .replace(INSTANCE.toString(), UUID.randomUUID().toString()),
                        MediaType.APPLICATION_JSON));
        answers(WRITES, "\"outcome\": \"SAVED\"");

        assertThat(vault.load(INSTANCE, 7)).isInstanceOf(Loaded.Unavailable.class);
        assertThat(vault.load(INSTANCE, 7)).isInstanceOf(Loaded.Unavailable.class);
        assertThat(vault.save(INSTANCE, 7, 0, new byte[1])).isInstanceOf(Saved.Unavailable.class);
    }

    private void answers(String uri, String outcome) {
        instances.expect(requestTo(uri)).andRespond(withSuccess(result(outcome), MediaType.APPLICATION_JSON));
    }

    private static String result(String outcome) {
        return "{\"results\": [{\"instanceId\": \"" + INSTANCE + "\", \"epoch\": 7, " + outcome + "}]}";
    }
}
