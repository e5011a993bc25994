/** A customer's WhatsApp instance and the state of its device session. */
@NullMarked
package ai.whatsflow.instance.instance;

import org.jspecify.annotations.NullMarked;
