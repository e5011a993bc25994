/** Accepting messages against the database alone, and the way of a message to its device. */
@NullMarked
package ai.whatsflow.bench.messaging;

import org.jspecify.annotations.NullMarked;
