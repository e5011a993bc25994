/** WhatsApp instances, the nodes that hold their sessions, and the lanes their messages leave by. */
@NullMarked
package ai.whatsflow.instance;

import org.jspecify.annotations.NullMarked;
