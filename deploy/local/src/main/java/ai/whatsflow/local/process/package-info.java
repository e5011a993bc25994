/** Operating system processes: starting, finding, measuring and ending them. */
@NullMarked
package ai.whatsflow.local.process;

import org.jspecify.annotations.NullMarked;
