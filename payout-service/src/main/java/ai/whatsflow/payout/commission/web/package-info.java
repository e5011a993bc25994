/** The HTTP API of commissions. */
@NullMarked
package ai.whatsflow.payout.commission.web;

import org.jspecify.annotations.NullMarked;
