/** Keyset pages and their opaque cursors. */
@NullMarked
package ai.whatsflow.payout.paging;

import org.jspecify.annotations.NullMarked;
