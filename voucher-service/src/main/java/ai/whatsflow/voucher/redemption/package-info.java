/** Redeeming a voucher once, whatever the race, and slowing down who guesses. */
@NullMarked
package ai.whatsflow.voucher.redemption;

import org.jspecify.annotations.NullMarked;
