/** The way of a message from its acceptance to its device, through the whole platform. */
@NullMarked
package ai.whatsflow.bench.way;

import org.jspecify.annotations.NullMarked;
