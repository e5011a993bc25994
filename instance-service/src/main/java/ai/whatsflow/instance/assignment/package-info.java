/** Which node holds which session: placement, leases, epochs, take-over. */
@NullMarked
package ai.whatsflow.instance.assignment;

import org.jspecify.annotations.NullMarked;
