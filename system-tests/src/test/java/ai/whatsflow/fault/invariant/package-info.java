/** Invariants that are broken are seen to be. */
@NullMarked
package ai.whatsflow.fault.invariant;

import org.jspecify.annotations.NullMarked;
