/** Messages that customers send, their quota and what became of them. */
@NullMarked
package ai.whatsflow.messaging;

import org.jspecify.annotations.NullMarked;
