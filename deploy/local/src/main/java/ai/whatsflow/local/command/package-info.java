/** The launcher's commands, one class each. */
@NullMarked
package ai.whatsflow.local.command;

import org.jspecify.annotations.NullMarked;
