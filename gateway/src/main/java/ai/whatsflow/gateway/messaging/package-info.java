/** The only package that knows topics and wire records. */
@NullMarked
package ai.whatsflow.gateway.messaging;

import org.jspecify.annotations.NullMarked;
