/** The only package that knows topics and wire records. */
@NullMarked
package ai.whatsflow.messaging.messaging;

import org.jspecify.annotations.NullMarked;
