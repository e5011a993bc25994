/** Recharges over HTTP. */
@NullMarked
package ai.whatsflow.billing.recharge.web;

import org.jspecify.annotations.NullMarked;
