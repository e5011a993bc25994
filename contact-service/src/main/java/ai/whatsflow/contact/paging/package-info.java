/** Keyset pages and their opaque cursors. */
@NullMarked
package ai.whatsflow.contact.paging;

import org.jspecify.annotations.NullMarked;
