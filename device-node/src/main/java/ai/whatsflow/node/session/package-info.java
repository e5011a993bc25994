/** Device sessions: their states, the commands they take and what they report. */
@NullMarked
package ai.whatsflow.node.session;

import org.jspecify.annotations.NullMarked;
