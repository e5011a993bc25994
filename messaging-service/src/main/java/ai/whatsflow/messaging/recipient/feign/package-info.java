/** Asks contact-service for the members of a group. */
@NullMarked
package ai.whatsflow.messaging.recipient.feign;

import org.jspecify.annotations.NullMarked;
