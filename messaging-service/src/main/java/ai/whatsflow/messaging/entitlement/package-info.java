/** What an account's subscription permits it to send, as billing last told us. */
@NullMarked
package ai.whatsflow.messaging.entitlement;

import org.jspecify.annotations.NullMarked;
