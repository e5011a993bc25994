package ai.whatsflow.node.eventlog;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Records what happens in sessions. Thread-safe. */
@Component
public class NodeEvents {

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final EventLog log;
    private final JsonMapper json;
    private final Clock clock;

    NodeEvents(EventLog log, JsonMapper json, Clock clock) {
        this.log = log;
        this.json = json;
        this.clock = clock;
    }

    /** Completes when the event is on disk; fails when it never will be. */
    public CompletableFuture<Long> record(UUID instanceId, long epoch, EventPayload payload) {
        NodeEvent event = new NodeEvent(
                IDS.generate(), instanceId, epoch, 0, clock.instant(), payload.type(), json.valueToTree(payload));
        return log.append(json.writeValueAsBytes(event));
    }

    public static NodeEvent read(JsonMapper json, LogRecord record) {
        return json.readValue(record.payload(), NodeEvent.class).at(record.seq());
    }
}
