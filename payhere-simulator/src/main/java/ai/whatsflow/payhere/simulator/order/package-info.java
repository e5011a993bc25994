/** Orders and their payments as PayHere would hold them, kept in a journal file. */
@NullMarked
package ai.whatsflow.payhere.simulator.order;

import org.jspecify.annotations.NullMarked;
