/** Effects exactly once: consumers that de-duplicate in the transaction of the effect, and HTTP idempotency keys. */
@NullMarked
package ai.whatsflow.platform.inbox;

import org.jspecify.annotations.NullMarked;
