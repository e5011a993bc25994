/** The HTTP API of commission plans. */
@NullMarked
package ai.whatsflow.payout.plan.web;

import org.jspecify.annotations.NullMarked;
