/** Which WhatsApp servers exist, who may speak for them, and how they are. */
@NullMarked
package ai.whatsflow.serverregistry;

import org.jspecify.annotations.NullMarked;
