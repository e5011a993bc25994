/** The subscription over HTTP. */
@NullMarked
package ai.whatsflow.billing.subscription.web;

import org.jspecify.annotations.NullMarked;
