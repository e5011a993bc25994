/** Credit of an account, recharged or granted, and the holds on it. */
@NullMarked
package ai.whatsflow.billing.wallet;

import org.jspecify.annotations.NullMarked;
