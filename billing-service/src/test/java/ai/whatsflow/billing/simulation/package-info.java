/** Settlement as a whole, explored seed by seed: real use cases over stores in memory, with virtual time. */
@NullMarked
package ai.whatsflow.billing.simulation;

import org.jspecify.annotations.NullMarked;
