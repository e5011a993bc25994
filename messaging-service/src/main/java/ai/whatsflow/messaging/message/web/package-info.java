/** HTTP face of messages. */
@NullMarked
package ai.whatsflow.messaging.message.web;

import org.jspecify.annotations.NullMarked;
