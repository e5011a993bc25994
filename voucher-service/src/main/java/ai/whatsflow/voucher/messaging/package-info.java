/** The topics and wire records this service publishes. */
@NullMarked
package ai.whatsflow.voucher.messaging;

import org.jspecify.annotations.NullMarked;
