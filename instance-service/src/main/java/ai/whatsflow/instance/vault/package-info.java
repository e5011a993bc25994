/** Session state, encrypted and fenced. */
@NullMarked
package ai.whatsflow.instance.vault;

import org.jspecify.annotations.NullMarked;
