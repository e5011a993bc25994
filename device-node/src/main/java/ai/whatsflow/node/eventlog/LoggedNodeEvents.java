package ai.whatsflow.node.eventlog;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps events in the log on disk. */
@Component
class LoggedNodeEvents implements NodeEvents {

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final EventLog log;
    private final JsonMapper json;
    private final Clock clock;

    LoggedNodeEvents(EventLog log, JsonMapper json, Clock clock) {
        this.log = log;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Long> record(UUID instanceId, long epoch, EventPayload payload) {
        NodeEvent event = new NodeEvent(
                IDS.generate(), instanceId, epoch, 0, clock.instant(), payload.type(), json.valueToTree(payload));
        return log.append(json.writeValueAsBytes(event));
    }

    @Override
    public boolean areKept() {
        return log.isSound();
    }

    static NodeEvent read(JsonMapper json, LogRecord record) {
        return json.readValue(record.payload(), NodeEvent.class).at(record.seq());
    }
}
