/** Keyset pages. */
@NullMarked
package ai.whatsflow.identity.paging;

import org.jspecify.annotations.NullMarked;
