/** Who can be written to: numbers, consent and the members of groups. */
@NullMarked
package ai.whatsflow.messaging.recipient;

import org.jspecify.annotations.NullMarked;
