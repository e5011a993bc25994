/** The topics and wire records this service reads and publishes. */
@NullMarked
package ai.whatsflow.payout.messaging;

import org.jspecify.annotations.NullMarked;
