/** Credit limits over HTTP. */
@NullMarked
package ai.whatsflow.billing.receivable.web;

import org.jspecify.annotations.NullMarked;
