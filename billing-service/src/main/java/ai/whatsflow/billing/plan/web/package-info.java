/** The catalogue over HTTP. */
@NullMarked
package ai.whatsflow.billing.plan.web;

import org.jspecify.annotations.NullMarked;
