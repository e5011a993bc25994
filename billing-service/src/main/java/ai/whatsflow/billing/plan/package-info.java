/** What can be bought: packages, each edit a new version. */
@NullMarked
package ai.whatsflow.billing.plan;

import org.jspecify.annotations.NullMarked;
