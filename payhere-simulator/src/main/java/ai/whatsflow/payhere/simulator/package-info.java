/** A stateful stand-in for PayHere that refuses what PayHere refuses and counts what it captured. */
@NullMarked
package ai.whatsflow.payhere.simulator;

import org.jspecify.annotations.NullMarked;
