/** Filling a wallet with money. */
@NullMarked
package ai.whatsflow.billing.recharge;

import org.jspecify.annotations.NullMarked;
