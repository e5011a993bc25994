/** How long the sessions of a node that is gone stay silent. */
@NullMarked
package ai.whatsflow.bench.takeover;

import org.jspecify.annotations.NullMarked;
