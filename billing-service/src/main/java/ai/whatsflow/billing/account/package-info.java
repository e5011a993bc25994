/** One account's money moves one step at a time. */
@NullMarked
package ai.whatsflow.billing.account;

import org.jspecify.annotations.NullMarked;
