package ai.whatsflow.serverregistry.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.test.EventContracts;
import ai.whatsflow.serverregistry.messaging.ServerHealthV1.EngineV1;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ServerHealthContractTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void writesTheExampleOfChanged() {
        EventContracts.assertEqualsExample(
                ServerHealthV1.TYPE_CHANGED,
                event(ServerHealthV1.TYPE_CHANGED, 7, 120, 0.31, "2026-11-21T10:15:30Z"),
                JSON);
    }

    @Test
    void writesTheExampleOfReported() {
        EventContracts.assertEqualsExample(
                ServerHealthV1.TYPE_REPORTED,
                event(ServerHealthV1.TYPE_REPORTED, 8, 121, 0.33, "2026-11-21T10:15:33Z"),
                JSON);
    }

    @Test
    void readsItsOwnStreamForLiveWatchers() {
        ServerChangedV1 read = EventContracts.exampleAs(ServerHealthV1.TYPE_CHANGED, ServerChangedV1.class, JSON);

        assertThat(read.serverId()).isEqualTo(UUID.fromString("0199f3a0-6c7e-7e2b-9d41-1f3c5a7b9d11"));
    }

    private static ServerHealthV1 event(String type, long version, int sessions, double cpu, String at) {
        JsonNode key = EventContracts.example(type).get("publicKey");
        return new ServerHealthV1(
                UUID.fromString("0199f3a0-6c7e-7e2b-9d41-1f3c5a7b9d11"),
                version,
                "colombo-1",
                "ONLINE",
                UUID.fromString("0199f3a1-0000-7000-8000-00000000b007"),
                List.of(UUID.fromString("0199f39f-0000-7000-8000-00000000b006")),
                "http://10.0.0.7:22101",
                List.of(new EngineV1("simulated", "1", true)),
                500,
                sessions,
                cpu,
                0.52,
                0.2,
                "ap-south-1",
                Map.of("rack", "r1"),
                key.toString(),
                Instant.parse(at));
    }
}
