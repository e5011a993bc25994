/** Voucher codes: how they are made, read, recognised and sealed. */
@NullMarked
package ai.whatsflow.voucher.code;

import org.jspecify.annotations.NullMarked;
