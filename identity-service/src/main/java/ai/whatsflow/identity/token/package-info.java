/** Signed tokens of our own, and the keys that sign them. */
@NullMarked
package ai.whatsflow.identity.token;

import org.jspecify.annotations.NullMarked;
