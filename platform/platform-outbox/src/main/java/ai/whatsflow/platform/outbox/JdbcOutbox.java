package ai.whatsflow.platform.outbox;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Appends rows over the connection of the transaction and wakes the relay once it has committed. */
class JdbcOutbox implements Outbox {

    private static final String INSERT =
            "INSERT INTO outbox (id, topic, type, trace_parent, records, body) VALUES (?, ?, ?, ?, ?, ?)";

    /** Random ones: the ids of a row's records follow its own, so neighbours must not be one apart. */
    private final TimeBasedEpochRandomGenerator ids = Generators.timeBasedEpochRandomGenerator();

    private final JdbcTemplate jdbc;
    private final JsonMapper mapper;
    private final TraceParent traceParent;
    private final Runnable wake;

    JdbcOutbox(JdbcTemplate jdbc, JsonMapper mapper, TraceParent traceParent, Runnable wake) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.traceParent = traceParent;
        this.wake = wake;
    }

    @Override
    public void append(OutboxEvent event) {
        appendAll(List.of(event));
    }

    @Override
    public void appendAll(List<OutboxEvent> events) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an outbox event is appended in the transaction of its cause");
        }
        if (events.isEmpty()) {
            return;
        }
        @Nullable String trace = traceParent.current();
        List<OutboxChunk> chunks = OutboxChunk.pack(events, mapper);
        jdbc.batchUpdate(INSERT, chunks, chunks.size(), (statement, chunk) -> {
            statement.setObject(1, ids.generate());
            statement.setString(2, chunk.topic());
            statement.setString(3, chunk.type());
            statement.setString(4, trace);
            statement.setInt(5, chunk.records());
            statement.setString(6, chunk.body());
        });
        wakeAfterCommit();
    }

    private void wakeAfterCommit() {
        if (TransactionSynchronizationManager.getResource(this) != null) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(JdbcOutbox.this);
                if (status == STATUS_COMMITTED) {
                    wake.run();
                }
            }
        });
    }
}
