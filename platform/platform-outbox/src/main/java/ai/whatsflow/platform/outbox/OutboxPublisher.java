package ai.whatsflow.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Expands rows into CloudEvents 1.0 records (binary mode) and sends them in one Kafka transaction, so that a relay
 * that was replaced in the middle leaves nothing that a {@code read_committed} consumer would see. Confined to the
 * relay's thread.
 */
final class OutboxPublisher implements AutoCloseable {

    private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
    private static final Header CONTENT_TYPE = header("content-type", "application/json");

    private final Producer<String, byte[]> producer;
    private final JsonMapper mapper;
    private final Header source;

    OutboxPublisher(Producer<String, byte[]> producer, JsonMapper mapper, String source) {
        this.producer = producer;
        this.mapper = mapper;
        this.source = header("ce_source", source);
        producer.initTransactions();
    }

    /**
     * Sends the rows and waits until every record is acknowledged by all in-sync replicas.
     *
     * @return how many records went out
     */
    int publish(List<OutboxRow> rows) {
        producer.beginTransaction();
        try {
            int records = 0;
            for (OutboxRow row : rows) {
                records += send(row);
            }
            // Waits for every record, and fails if one of them was not acknowledged.
            producer.commitTransaction();
            return records;
        } catch (RuntimeException failed) {
            abort(failed);
            throw failed;
        }
    }

    private int send(OutboxRow row) {
        List<Header> common = common(row);
        List<OutboxChunk.Entry> entries = OutboxChunk.unpack(row.body(), mapper);
        for (int ordinal = 0; ordinal < entries.size(); ordinal++) {
            OutboxChunk.Entry entry = entries.get(ordinal);
            List<Header> headers = new ArrayList<>(common);
            headers.add(header("ce_id", row.eventId(ordinal).toString()));
            headers.add(header("ce_subject", entry.subject()));
            String traceParent = entry.traceParent() == null ? row.traceParent() : entry.traceParent();
            if (traceParent != null) {
                headers.add(header("traceparent", traceParent));
            }
            producer.send(new ProducerRecord<>(
                    row.topic(), null, entry.key(), entry.payload().getBytes(StandardCharsets.UTF_8), headers));
        }
        return entries.size();
    }

    private List<Header> common(OutboxRow row) {
        return List.of(
                SPEC_VERSION,
                header("ce_type", row.type()),
                source,
                header("ce_time", row.recordedAt().toString()),
                CONTENT_TYPE);
    }

    private void abort(RuntimeException failed) {
        try {
            producer.abortTransaction();
        } catch (RuntimeException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ofSeconds(2));
    }
}
