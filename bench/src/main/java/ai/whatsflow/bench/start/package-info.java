/** How quickly the platform starts, and how much memory it takes. */
@NullMarked
package ai.whatsflow.bench.start;

import org.jspecify.annotations.NullMarked;
