/** Who this node is: its key, its server id, its boot id and the tokens it signs. */
@NullMarked
package ai.whatsflow.node.identity;

import org.jspecify.annotations.NullMarked;
