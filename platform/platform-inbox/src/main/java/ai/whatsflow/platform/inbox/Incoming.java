package ai.whatsflow.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record as it came, with its CloudEvents headers read but its payload still text. */
record Incoming(
        String topic,
        int partition,
        long position,
        String key,
        @Nullable UUID id,
        @Nullable String type,
        Instant time,
        String body) {

    static Incoming of(ConsumerRecord<String, byte[]> record) {
        return new Incoming(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key() == null ? "" : record.key(),
                uuid(text(record, "ce_id")),
                text(record, "ce_type"),
                time(text(record, "ce_time"), record.timestamp()),
                record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8));
    }

    private static @Nullable String text(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static Instant time(@Nullable String text, long fallback) {
        try {
            return text == null ? Instant.ofEpochMilli(fallback) : Instant.parse(text);
        } catch (java.time.format.DateTimeParseException malformed) {
            return Instant.ofEpochMilli(fallback);
        }
    }
}
