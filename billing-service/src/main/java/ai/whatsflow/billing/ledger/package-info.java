/** The double-entry journal: append only, balanced per entry, with balances as a projection. */
@NullMarked
package ai.whatsflow.billing.ledger;

import org.jspecify.annotations.NullMarked;
