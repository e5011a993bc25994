/** Exact amounts of money: integer minor units with an ISO 4217 currency. */
@NullMarked
package ai.whatsflow.platform.money;

import org.jspecify.annotations.NullMarked;
