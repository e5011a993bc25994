/** Members of a group that may be written to, for messaging-service. */
@NullMarked
package ai.whatsflow.contact.recipient;

import org.jspecify.annotations.NullMarked;
