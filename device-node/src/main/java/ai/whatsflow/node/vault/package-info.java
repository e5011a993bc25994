/** Where the state of a session outlives its node. */
@NullMarked
package ai.whatsflow.node.vault;

import org.jspecify.annotations.NullMarked;
