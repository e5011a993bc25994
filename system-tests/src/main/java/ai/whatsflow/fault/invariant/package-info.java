/** What has to hold after faults, asked of the simulators and the databases themselves. */
@NullMarked
package ai.whatsflow.fault.invariant;

import org.jspecify.annotations.NullMarked;
