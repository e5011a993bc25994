/** Messages, from acceptance to the list of them. */
@NullMarked
package ai.whatsflow.messaging.message;

import org.jspecify.annotations.NullMarked;
