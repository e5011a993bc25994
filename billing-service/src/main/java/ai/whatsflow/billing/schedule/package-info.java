/** The clock-driven jobs. */
@NullMarked
package ai.whatsflow.billing.schedule;

import org.jspecify.annotations.NullMarked;
