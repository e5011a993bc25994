/** The gateway against nginx and against itself without policies. */
@NullMarked
package ai.whatsflow.bench.gateway;

import org.jspecify.annotations.NullMarked;
