/** The process that holds WhatsApp device sessions for the platform. */
@NullMarked
package ai.whatsflow.node;

import org.jspecify.annotations.NullMarked;
