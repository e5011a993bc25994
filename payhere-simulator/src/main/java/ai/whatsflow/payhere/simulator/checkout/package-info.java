/** The hosted payment page: a signed form comes in, an order comes out, or a refusal. */
@NullMarked
package ai.whatsflow.payhere.simulator.checkout;

import org.jspecify.annotations.NullMarked;
