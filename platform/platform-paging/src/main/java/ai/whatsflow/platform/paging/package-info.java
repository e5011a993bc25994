/** Keyset pages: how a list is asked for by {@code limit} and {@code cursor}, and how a page of it is answered. */
@NullMarked
package ai.whatsflow.platform.paging;

import org.jspecify.annotations.NullMarked;
