/** A seed and its plan. */
@NullMarked
package ai.whatsflow.fault.plan;

import org.jspecify.annotations.NullMarked;
