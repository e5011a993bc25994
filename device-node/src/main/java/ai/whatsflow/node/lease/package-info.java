/** The right to hold a session, by this node's own monotonic clock. */
@NullMarked
package ai.whatsflow.node.lease;

import org.jspecify.annotations.NullMarked;
