/** What an account has paid for, as billing says. */
@NullMarked
package ai.whatsflow.instance.entitlement;

import org.jspecify.annotations.NullMarked;
