/** Topics and wire records: the only package that knows Kafka. */
@NullMarked
package ai.whatsflow.instance.messaging;

import org.jspecify.annotations.NullMarked;
