/** The HTTP API of payouts. */
@NullMarked
package ai.whatsflow.payout.payout.web;

import org.jspecify.annotations.NullMarked;
