/** Attempts to pay: each settles once, whatever arrives how often and in what order. */
@NullMarked
package ai.whatsflow.billing.payment;

import org.jspecify.annotations.NullMarked;
