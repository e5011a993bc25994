/** The health stream on Kafka: its topic, its wire record. */
@NullMarked
package ai.whatsflow.serverregistry.messaging;

import org.jspecify.annotations.NullMarked;
