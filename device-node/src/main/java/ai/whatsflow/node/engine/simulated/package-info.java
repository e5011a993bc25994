/** The engine that speaks to the WhatsApp simulator over a socket. */
@NullMarked
package ai.whatsflow.node.engine.simulated;

import org.jspecify.annotations.NullMarked;
