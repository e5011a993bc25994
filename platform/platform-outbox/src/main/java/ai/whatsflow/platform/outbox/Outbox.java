package ai.whatsflow.platform.outbox;

import java.util.List;

/**
 * Where a use case records the facts it made true. What is appended reaches Kafka at least once after the transaction
 * commits, and never if it rolls back; records of one key keep the order in which they were appended, provided each
 * writer locks the aggregate before it appends. A record that is sent again after a crash has the same event id.
 * Thread-safe.
 *
 * @see <a href="https://microservices.io/patterns/data/transactional-outbox.html">Transactional outbox</a>
 */
public interface Outbox {

    /**
     * Appends one event.
     *
     * @throws IllegalStateException if no transaction is open
     */
    void append(OutboxEvent event);

    /**
     * Appends many, packed into rows of at most 1,000 records or 1 MB per topic and type.
     *
     * @throws IllegalStateException if no transaction is open
     */
    void appendAll(List<OutboxEvent> events);
}
