package ai.whatsflow.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Expands rows into CloudEvents 1.0 records (binary mode) and sends them in one Kafka transaction, so that a relay
 * that was replaced in the middle leaves nothing that a {@code read_committed} consumer would see. Confined to the
 * relay's thread.
 */
final class OutboxPublisher implements AutoCloseable {

    private final Producer<String, byte[]> producer;
    private final JsonMapper mapper;
    private final String source;

    OutboxPublisher(Producer<String, byte[]> producer, JsonMapper mapper, String source) {
        this.producer = producer;
        this.mapper = mapper;
        this.source = source;
        producer.initTransactions();
    }

    /**
     * Sends the rows and waits until every record is acknowledged by all in-sync replicas.
     *
     * @return how many records went out
     */
    int publish(List<OutboxRow> rows) throws InterruptedException, ExecutionException {
        producer.beginTransaction();
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (OutboxRow row : rows) {
                send(row, sent);
            }
            producer.flush();
            for (Future<RecordMetadata> future : sent) {
                future.get();
            }
            producer.commitTransaction();
            return sent.size();
        } catch (InterruptedException | ExecutionException | RuntimeException failed) {
            abort(failed);
            throw failed;
        }
    }

    private void send(OutboxRow row, List<Future<RecordMetadata>> sent) {
        int ordinal = 0;
        for (JsonNode record : mapper.readTree(row.body())) {
            var out = new ProducerRecord<>(
                    row.topic(),
                    record.get("k").stringValue(),
                    record.get("p").toString().getBytes(StandardCharsets.UTF_8));
            Headers headers = out.headers();
            add(headers, "ce_specversion", "1.0");
            add(headers, "ce_id", row.eventId(ordinal++).toString());
            add(headers, "ce_type", row.type());
            add(headers, "ce_source", source);
            add(headers, "ce_time", row.recordedAt().toString());
            add(headers, "ce_subject", record.get("s").stringValue());
            add(headers, "content-type", "application/json");
            if (row.traceParent() != null) {
                add(headers, "traceparent", row.traceParent());
            }
            sent.add(producer.send(out));
        }
    }

    private void abort(Exception failed) {
        try {
            producer.abortTransaction();
        } catch (RuntimeException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ofSeconds(2));
    }
}
