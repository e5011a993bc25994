/** The port behind which every way of speaking WhatsApp stands. */
@NullMarked
package ai.whatsflow.node.engine;

import org.jspecify.annotations.NullMarked;
