/** Nodes, the platform and WhatsApp on one thread under virtual time: every seed is one history, and replays. */
@NullMarked
package ai.whatsflow.simulation;

import org.jspecify.annotations.NullMarked;
