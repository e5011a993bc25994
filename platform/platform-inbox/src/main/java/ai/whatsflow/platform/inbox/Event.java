package ai.whatsflow.platform.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A consumed CloudEvent.
 *
 * @param id the producer's event id; the same when the record is delivered again
 * @param type {@code <service>.<aggregate>.<fact>.vN}
 * @param topic Kafka topic
 * @param key Kafka key: the aggregate whose order is kept
 * @param time when the producer recorded the fact
 * @param payload the consumer's own, smaller record of the payload
 */
public record Event<T>(UUID id, String type, String topic, String key, Instant time, T payload) {}
