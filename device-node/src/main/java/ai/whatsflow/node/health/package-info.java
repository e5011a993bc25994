/** Health that tells whether this node can serve. */
@NullMarked
package ai.whatsflow.node.health;

import org.jspecify.annotations.NullMarked;
