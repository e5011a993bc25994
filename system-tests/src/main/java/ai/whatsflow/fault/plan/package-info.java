/** Which faults come when: a pure function of a seed. */
@NullMarked
package ai.whatsflow.fault.plan;

import org.jspecify.annotations.NullMarked;
