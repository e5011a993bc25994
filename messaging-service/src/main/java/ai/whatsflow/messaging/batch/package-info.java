/** Many messages with one text: to a list of numbers or to a group. */
@NullMarked
package ai.whatsflow.messaging.batch;

import org.jspecify.annotations.NullMarked;
