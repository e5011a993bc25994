/** Purchases over HTTP. */
@NullMarked
package ai.whatsflow.billing.purchase.web;

import org.jspecify.annotations.NullMarked;
