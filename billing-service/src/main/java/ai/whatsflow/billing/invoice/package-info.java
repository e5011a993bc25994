/** Numbered documents that never change once issued, and how each was paid. */
@NullMarked
package ai.whatsflow.billing.invoice;

import org.jspecify.annotations.NullMarked;
