/** What customers do while faults happen, and what they were told. */
@NullMarked
package ai.whatsflow.fault.load;

import org.jspecify.annotations.NullMarked;
