/** Invoices over HTTP. */
@NullMarked
package ai.whatsflow.billing.invoice.web;

import org.jspecify.annotations.NullMarked;
