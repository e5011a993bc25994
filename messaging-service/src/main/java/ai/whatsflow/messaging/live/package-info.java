/** Live reports about messages, fanned out to the account they belong to. */
@NullMarked
package ai.whatsflow.messaging.live;

import org.jspecify.annotations.NullMarked;
