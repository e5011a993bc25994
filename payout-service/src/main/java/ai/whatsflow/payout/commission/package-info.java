/** Commissions: accrued once per paid invoice, payable when the money is safe. */
@NullMarked
package ai.whatsflow.payout.commission;

import org.jspecify.annotations.NullMarked;
