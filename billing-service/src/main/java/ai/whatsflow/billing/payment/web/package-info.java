/** Payments, their confirmation and the providers' notifications over HTTP. */
@NullMarked
package ai.whatsflow.billing.payment.web;

import org.jspecify.annotations.NullMarked;
