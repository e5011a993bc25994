/** Transactional outbox: events are appended in the transaction of their cause and relayed to Kafka in order. */
@NullMarked
package ai.whatsflow.platform.outbox;

import org.jspecify.annotations.NullMarked;
