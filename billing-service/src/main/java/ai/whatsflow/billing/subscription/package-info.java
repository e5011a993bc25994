/** What an account is entitled to, and until when. */
@NullMarked
package ai.whatsflow.billing.subscription;

import org.jspecify.annotations.NullMarked;
