/** Work that comes at the same time is done together. */
@NullMarked
package ai.whatsflow.platform.gathering;

import org.jspecify.annotations.NullMarked;
