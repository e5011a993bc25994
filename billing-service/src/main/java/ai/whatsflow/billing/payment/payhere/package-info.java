/** PayHere behind the provider port. */
@NullMarked
package ai.whatsflow.billing.payment.payhere;

import org.jspecify.annotations.NullMarked;
