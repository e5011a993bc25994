/** The rate a sub-dealer has agreed on, version after version. */
@NullMarked
package ai.whatsflow.payout.plan;

import org.jspecify.annotations.NullMarked;
