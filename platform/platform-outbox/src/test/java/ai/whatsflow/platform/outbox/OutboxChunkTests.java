package ai.whatsflow.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OutboxChunkTests {

    private final JsonMapper mapper = JsonMapper.builder().build();

    @Test
    void unpacksWhatWasPackedToTheLetter() {
        List<Object> payloads = List.of(
                Map.of("text", "ආයුබෝවන් 👋 \"quoted\" \\ back\nslash", "nested", Map.of("list", List.of(1, 2))),
                Map.of("amount", new BigDecimal("1.10")),
                Map.of(),
                List.of(1, Map.of("a", "}")),
                "a text",
                42,
                true);
        List<OutboxEvent> events = new ArrayList<>();
        for (int i = 0; i < payloads.size(); i++) {
            events.add(new OutboxEvent("t", "key \"" + i, "t.v1", "subject " + i, payloads.get(i)));
        }

        List<OutboxChunk> chunks = OutboxChunk.pack(events, mapper);

        assertThat(chunks).hasSize(1);
        List<OutboxChunk.Entry> entries = OutboxChunk.unpack(chunks.getFirst().body(), mapper);
        for (int i = 0; i < payloads.size(); i++) {
            assertThat(entries.get(i))
                    .isEqualTo(new OutboxChunk.Entry(
                            "key \"" + i, "subject " + i, null, mapper.writeValueAsString(payloads.get(i))));
        }
    }

    @Test
    void keepsTheTraceOfEachEventThatBringsItsOwn() {
        List<OutboxEvent> events = List.of(
                new OutboxEvent("t", "a", "t.v1", "s", Map.of("n", 1), "00-1-1-01"),
                new OutboxEvent("t", "b", "t.v1", "s", Map.of("n", 2)),
                new OutboxEvent("t", "c", "t.v1", "s", "a text", "00-2-2-00"));

        List<OutboxChunk> chunks = OutboxChunk.pack(events, mapper);

        assertThat(chunks).hasSize(1);
        assertThat(OutboxChunk.unpack(chunks.getFirst().body(), mapper))
                .containsExactly(
                        new OutboxChunk.Entry("a", "s", "00-1-1-01", "{\"n\":1}"),
                        new OutboxChunk.Entry("b", "s", null, "{\"n\":2}"),
                        new OutboxChunk.Entry("c", "s", "00-2-2-00", "\"a text\""));
    }

    @Test
    void unpacksAFullRow() {
        List<OutboxEvent> events = new ArrayList<>();
        for (int i = 0; i < OutboxChunk.MAX_RECORDS; i++) {
            events.add(new OutboxEvent("t", "k" + i, "t.v1", "s", Map.of("n", i, "text", "ය".repeat(200))));
        }

        List<OutboxChunk.Entry> entries =
                OutboxChunk.unpack(OutboxChunk.pack(events, mapper).getFirst().body(), mapper);

        assertThat(entries).hasSize(OutboxChunk.MAX_RECORDS);
        assertThat(mapper.readTree(entries.getLast().payload()).get("n").intValue())
                .isEqualTo(OutboxChunk.MAX_RECORDS - 1);
    }
}
