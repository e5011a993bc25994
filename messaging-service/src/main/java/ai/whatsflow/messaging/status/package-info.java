/** What devices report about messages, applied so that a status only rises. */
@NullMarked
package ai.whatsflow.messaging.status;

import org.jspecify.annotations.NullMarked;
