/** What commissions and payouts mean for the books. */
@NullMarked
package ai.whatsflow.billing.payout;

import org.jspecify.annotations.NullMarked;
