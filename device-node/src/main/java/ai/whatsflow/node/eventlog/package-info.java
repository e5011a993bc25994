/** What happened, kept on this node's disk until the platform has it. */
@NullMarked
package ai.whatsflow.node.eventlog;

import org.jspecify.annotations.NullMarked;
