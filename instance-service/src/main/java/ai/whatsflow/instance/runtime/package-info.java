/** The loops that keep placement, commands and lanes moving. */
@NullMarked
package ai.whatsflow.instance.runtime;

import org.jspecify.annotations.NullMarked;
