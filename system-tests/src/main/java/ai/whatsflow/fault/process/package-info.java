/** Signals to the platform's processes, and faults played on them. */
@NullMarked
package ai.whatsflow.fault.process;

import org.jspecify.annotations.NullMarked;
