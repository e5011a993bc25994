/** Buying a package: checkout, hold, settlement. */
@NullMarked
package ai.whatsflow.billing.purchase;

import org.jspecify.annotations.NullMarked;
