/** Vouchers: issued in batches, redeemed once. */
@NullMarked
package ai.whatsflow.voucher;

import org.jspecify.annotations.NullMarked;
