/** Permissions, and the sets of them that people hold. */
@NullMarked
package ai.whatsflow.identity.permission;

import org.jspecify.annotations.NullMarked;
