/** Topics and wire records: the only place that knows them. */
@NullMarked
package ai.whatsflow.billing.messaging;

import org.jspecify.annotations.NullMarked;
