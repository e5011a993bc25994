/** Lanes: messages in order, paced, until their outcome is known. */
@NullMarked
package ai.whatsflow.instance.dispatch;

import org.jspecify.annotations.NullMarked;
