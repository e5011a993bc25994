/** What every listing of this service shares. */
@NullMarked
package ai.whatsflow.billing.web;

import org.jspecify.annotations.NullMarked;
