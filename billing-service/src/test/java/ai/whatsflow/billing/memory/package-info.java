/** What stands in for PostgreSQL in the simulation: rows, transactions and locks. */
@NullMarked
package ai.whatsflow.billing.memory;

import org.jspecify.annotations.NullMarked;
