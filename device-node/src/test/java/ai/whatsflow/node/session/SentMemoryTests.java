package ai.whatsflow.node.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.node.eventlog.NodeEvent;
import ai.whatsflow.node.support.TestProperties;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SentMemoryTests {

    private final SentMemory memory = new SentMemory(TestProperties.in(Path.of("unused")));
    private final UUID instance = UUID.randomUUID();

    @Test
    void remembersTheNewestOfEachSession() {
        for (int i = 0; i < 2_001; i++) {
            assertThat(memory.remember(instance, "id" + i)).isTrue();
        }
        assertThat(memory.knows(instance, "id0")).isFalse();
        assertThat(memory.knows(instance, "id1")).isTrue();
        assertThat(memory.knows(UUID.randomUUID(), "id1")).isFalse();
        assertThat(memory.remember(instance, "id2000")).isFalse();
    }

    @Test
    void learnsOutcomesFromTheLogOfTheProcessBefore() {
        for (String type : new String[] {"sent", "failed", "delivered", "read", "inbound", "session-state"}) {
            memory.happened(event(type, "id-" + type));
        }
        assertThat(memory.knows(instance, "id-sent")).isTrue();
        assertThat(memory.knows(instance, "id-failed")).isTrue();
        assertThat(memory.knows(instance, "id-delivered")).isTrue();
        assertThat(memory.knows(instance, "id-read")).isTrue();
        assertThat(memory.knows(instance, "id-inbound")).isFalse();
        assertThat(memory.knows(instance, "id-session-state")).isFalse();
    }

    private NodeEvent event(String type, String whatsappId) {
        return new NodeEvent(
                UUID.randomUUID(),
                instance,
                1,
                1,
                Instant.EPOCH,
                type,
                JsonMapper.shared().valueToTree(Map.of("whatsappId", whatsappId)));
    }
}
