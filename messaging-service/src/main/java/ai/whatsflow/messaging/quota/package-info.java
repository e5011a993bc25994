/** How many messages an account has left this month. */
@NullMarked
package ai.whatsflow.messaging.quota;

import org.jspecify.annotations.NullMarked;
