/** The trial balance over HTTP. */
@NullMarked
package ai.whatsflow.billing.ledger.web;

import org.jspecify.annotations.NullMarked;
