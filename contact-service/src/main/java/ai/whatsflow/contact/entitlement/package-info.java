/** What an account's subscription permits it to keep, as billing last told us. */
@NullMarked
package ai.whatsflow.contact.entitlement;

import org.jspecify.annotations.NullMarked;
