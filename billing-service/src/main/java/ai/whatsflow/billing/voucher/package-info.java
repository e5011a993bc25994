/** What redemptions and batches of vouchers mean for wallets and books. */
@NullMarked
package ai.whatsflow.billing.voucher;

import org.jspecify.annotations.NullMarked;
