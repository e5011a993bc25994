/** Entry point of the launcher. */
@NullMarked
package ai.whatsflow.local;

import org.jspecify.annotations.NullMarked;
