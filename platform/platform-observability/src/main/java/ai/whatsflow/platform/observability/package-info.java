/** Logs, metrics, traces and health that look the same in every service. */
@NullMarked
package ai.whatsflow.platform.observability;

import org.jspecify.annotations.NullMarked;
