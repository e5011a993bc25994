/** The simulator's own API, by which a test or the demo plays the payer and reads the totals. */
@NullMarked
package ai.whatsflow.payhere.simulator.admin;

import org.jspecify.annotations.NullMarked;
