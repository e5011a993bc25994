/** Which WhatsApp instances belong to whom. */
@NullMarked
package ai.whatsflow.messaging.instance;

import org.jspecify.annotations.NullMarked;
