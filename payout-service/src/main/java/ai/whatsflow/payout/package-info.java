/** What sub-dealers earn on paid invoices, and how it is paid out to them. */
@NullMarked
package ai.whatsflow.payout;

import org.jspecify.annotations.NullMarked;
