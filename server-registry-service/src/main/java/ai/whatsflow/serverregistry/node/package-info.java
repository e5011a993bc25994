/** Who calls as a node: tokens that nodes sign with the key they enrolled. */
@NullMarked
package ai.whatsflow.serverregistry.node;

import org.jspecify.annotations.NullMarked;
