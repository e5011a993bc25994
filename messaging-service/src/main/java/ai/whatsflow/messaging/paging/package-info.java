/** Keyset pages and their opaque cursors. */
@NullMarked
package ai.whatsflow.messaging.paging;

import org.jspecify.annotations.NullMarked;
