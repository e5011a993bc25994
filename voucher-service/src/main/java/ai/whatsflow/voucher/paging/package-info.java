/** Keyset pages and their opaque cursors. */
@NullMarked
package ai.whatsflow.voucher.paging;

import org.jspecify.annotations.NullMarked;
