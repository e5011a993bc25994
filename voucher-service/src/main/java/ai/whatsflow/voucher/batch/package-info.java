/** Batches of vouchers, generated chunk by chunk in the background. */
@NullMarked
package ai.whatsflow.voucher.batch;

import org.jspecify.annotations.NullMarked;
