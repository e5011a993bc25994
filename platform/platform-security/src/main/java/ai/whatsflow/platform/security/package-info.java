/** Who calls, what they may do and what they reach; checked by every service for itself. */
@NullMarked
package ai.whatsflow.platform.security;

import org.jspecify.annotations.NullMarked;
