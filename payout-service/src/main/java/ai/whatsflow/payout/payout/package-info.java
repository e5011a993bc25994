/** Payouts: requested by one, approved by another, paid or rejected. */
@NullMarked
package ai.whatsflow.payout.payout;

import org.jspecify.annotations.NullMarked;
