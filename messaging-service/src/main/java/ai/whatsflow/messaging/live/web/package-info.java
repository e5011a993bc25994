/** HTTP face of the live reports. */
@NullMarked
package ai.whatsflow.messaging.live.web;

import org.jspecify.annotations.NullMarked;
