package ai.whatsflow.platform.outbox;

import org.jspecify.annotations.Nullable;

/**
 * A fact to publish.
 *
 * @param topic Kafka topic, {@code <service>.<aggregate>}
 * @param key Kafka key: the id of the aggregate whose order matters
 * @param type {@code <service>.<aggregate>.<fact>.vN}
 * @param subject CloudEvents subject: the id of what the fact is about
 * @param payload a wire record; becomes JSON when it is appended
 * @param traceParent W3C trace context of the cause, if it is not the work in progress
 */
public record OutboxEvent(
        String topic,
        String key,
        String type,
        String subject,
        Object payload,
        @Nullable String traceParent) {

    /** An event that belongs to the trace of the work in progress. */
    public OutboxEvent(String topic, String key, String type, String subject, Object payload) {
        this(topic, key, type, subject, payload, null);
    }

    /** An event about the aggregate that is also its key. */
    public static OutboxEvent of(String topic, Object key, String type, Object payload) {
        return new OutboxEvent(topic, key.toString(), type, key.toString(), payload);
    }
}
